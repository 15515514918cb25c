/** The largest post that Galley opens. */
export const maxPostBytes = 32 * 1024 * 1024
