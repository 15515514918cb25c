const months = 'January February March April May June July August September October November December'.split(
  ' ',
)

/** Words of the post list. */
export const postStrings = {
  posts: 'Posts',
  filterLabel: 'Search posts',
  filterPlaceholder: (count: number) =>
    `Search ${count.toLocaleString('en')} ${count === 1 ? 'post' : 'posts'}`,
  filters: 'Show',
  loading: 'Reading the posts…',
  none: 'No posts found',
  noneHelp: 'Galley looks for Markdown files with front matter. Is this the folder of your blog?',
  noMatch: 'No post matches',
  noMatchHelp: 'Try fewer words, or show all posts.',
  marks: { draft: 'draft', scheduled: 'scheduled', expired: 'expired', excluded: 'not published' },
  states: {
    draft: 'Drafts',
    scheduled: 'Scheduled',
    published: 'Published',
    expired: 'Expired',
    excluded: 'Not published',
    unknown: 'Not known whether published',
  },
  noDate: 'No date',
  noAuthor: 'No author',
  topFolder: 'The blog’s own folder',
  /** Of a day `YYYY-MM`. */
  month: (month: string) => `${months[Number(month.slice(5)) - 1]} ${Number(month.slice(0, 4))}`,
  sortAndGroup: 'Sort and group',
  sorts: {
    date: 'Newest first',
    title: 'By title',
    author: 'By author',
    state: 'By state',
    folder: 'By folder',
  },
  grouped: 'With headings',
  filterMore: 'Filter',
  filterMoreOn: 'Filter (on)',
  show: 'State',
  shows: { all: 'All', drafts: 'Drafts', scheduled: 'Scheduled', changed: 'Changed' },
  facets: { tag: 'Tag', author: 'Author', year: 'Year', language: 'Language' },
  anyValue: 'Any',
  showAll: 'Show all posts',
  narrowed: (shown: number, all: number, by: readonly string[]) =>
    `${shown.toLocaleString('en')} of ${all.toLocaleString('en')}: ${by.join(', ')}`,
  changedMark: 'changed',
  unsaved: 'edited',
  undated: 'no date',
  willItPublish: 'Will it publish?',
  notListed: 'This file is not in the list of posts.',
  unreadable: (count: number) =>
    count === 1 ? '1 file could not be read' : `${count.toLocaleString('en')} files could not be read`,
} as const
