/** The version of a post that is not on disk. A `posts.write` that names it puts the post there, and is a `conflict` when one is. */
export const absentVersion = 'absent'
