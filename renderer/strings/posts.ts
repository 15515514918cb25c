/** Words of the post list. */
export const postStrings = {
  posts: 'Posts',
  filterLabel: 'Search posts',
  filterPlaceholder: (count: number) =>
    `Search ${count.toLocaleString('en')} ${count === 1 ? 'post' : 'posts'}`,
  filters: 'Show',
  all: 'All',
  drafts: 'Drafts',
  changed: 'Changed',
  loading: 'Reading the posts…',
  none: 'No posts found',
  noneHelp: 'Galley looks for Markdown files with front matter. Is this the folder of your blog?',
  noMatch: 'No post matches',
  noMatchHelp: 'Try fewer words, or show all posts.',
  draft: 'draft',
  future: 'scheduled',
  changedMark: 'changed',
  unsaved: 'edited',
  undated: 'no date',
  unreadable: (count: number) =>
    count === 1 ? '1 file could not be read' : `${count.toLocaleString('en')} files could not be read`,
} as const
