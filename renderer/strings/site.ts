import type { SiteChoice, UnderstoodSite } from '#shared/contract/site-understanding'

const about: Readonly<Record<UnderstoodSite['answers'][number]['about'], string>> = {
  generator: 'Generator',
  folder: 'Folder',
  posts: 'Posts',
  drafts: 'Drafts',
  scheduled: 'Scheduled',
  'time-zone': 'Time zone',
  permalinks: 'Addresses',
  languages: 'Languages',
  images: 'Images',
  'new-posts': 'New posts',
}

const help: Readonly<Record<SiteChoice, string>> = {
  generator: 'The program that builds the site.',
  postFolders: 'Folders of the site, with commas between them, such as content/posts, content/notes.',
  permalink: 'A pattern of :year, :month, :day, :slug, :title and :folders, such as /:year/:slug/.',
  timeZone: 'A name such as Europe/Warsaw or UTC.',
  draftKey: 'The name of a yes/no field; a post in which it is true is held back.',
  imageFolder: 'A folder of the site, such as static/images.',
}

/** Words of the Site panel. */
export const siteStrings = {
  title: 'What Galley understood of this site',
  close: 'Close',
  reading: 'Reading the site’s files…',
  noSite: 'No site was found in this folder.',
  explanation:
    'Read from the site’s own files; nothing in them is run. What you change is written to .galley.yml.',
  about,
  help,
  ownFolder: 'The blog’s own folder',
  siteIn: (folder: string) => `Site in ${folder}`,
  posts: (count: number) => `${count.toLocaleString('en')} ${count === 1 ? 'post' : 'posts'}`,
  noRules: 'Galley has no rules for this site yet: what it does not know, it does not guess.',
  byDefault: 'the default',
  inferred: 'inferred from the site’s files',
  chosen: 'you chose it',
  notKnown: 'not known',
  problems: 'To mend in the site’s configuration',
  question: 'One question',
  answer: 'Your answer',
  change: 'Change',
  changeAbout: (name: string) => `Change: ${name}`,
  takeBack: 'Take back',
  takeBackAbout: (name: string) => `Take back: ${name}`,
  save: 'Use this',
  cancel: 'Cancel',
} as const
