/** Words around the preview, and those that it puts in the place of what it does not show. */
export const previewStrings = {
  pageLevel: 'Page around the post',
  pageLevels: { plain: 'Plain', site: 'On the site', server: 'Live' },
  readerView: (view: string) => `Shown as: ${view}`,
  readerViews: {
    article: 'Article',
    phone: 'Phone',
    tablet: 'Tablet',
    desktop: 'Desktop',
    card: 'Card in the list',
    feed: 'Feed',
    search: 'Search result',
    social: 'Social card',
  },
  namePage: 'Name a page…',
  namePageTitle: 'Learn the site’s page from',
  pageInBlog: 'Page in the blog’s folder',
  namePageHint: 'The built page of any post, an .html file. Leave it empty to let Galley look for one.',
  usePage: 'Use this page',
  pageNeedsScripts: 'This site’s page is drawn by scripts; Galley shows the plain page.',
  plainMeanwhile: 'Until then this is the plain page.',
  more: 'Preview menu',
  remoteBar: (count: number, hosts: readonly string[]) => {
    const [first = ''] = hosts
    const from = hosts.length > 1 ? `${first} and ${hosts.length - 1} more` : first
    const words = count === 1 ? '1 picture, sound or film' : `${count} pictures, sounds or films`
    return `${words} from ${from} ${count === 1 ? 'is' : 'are'} not loaded. Load such media from the network for this blog?`
  },
  loadRemote: 'Load',
  notNow: 'Not now',
  remoteMedia: (kind: 'Image' | 'Video' | 'Sound', host: string) => `${kind} from ${host} is not loaded`,
  missingMedia: (kind: 'Image' | 'Video' | 'Sound', reference: string) => `${kind} not found: ${reference}`,
  embedded: (host: string) => `Embedded page from ${host} is not shown here`,
  formulaNotSet: (reason: string) => `This formula cannot be set. ${reason}`,
  formulaCutOff: 'It takes too long.',
  diagramAlternative: (source: string) => `Diagram of this source: ${source}`,
  diagramWrong: 'This diagram cannot be drawn',
  diagramCutOff: 'It takes too long.',
  embeddedUnknown: 'Embedded content is not shown here',
  tooSlow:
    'The preview stopped: this text takes too long to be read as Markdown, often because of a very long row of brackets, quotes or tags. Your text is safe, and you can go on writing. The preview tries again when you change something.',
  broken: (detail: string) =>
    `The preview stopped because of a mistake in Galley${detail === '' ? '' : ` (${detail})`}. Your text is safe, and you can go on writing. The preview tries again when you change something.`,
  tryAgain: 'Try again now',
} as const
