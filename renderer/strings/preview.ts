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
  more: 'More for the preview',
  remoteMedia: (kind: 'Image' | 'Video' | 'Sound', host: string) => `${kind} from ${host} is not loaded`,
  missingMedia: (kind: 'Image' | 'Video' | 'Sound', reference: string) => `${kind} not found: ${reference}`,
  embedded: (host: string) => `Embedded page from ${host} is not shown here`,
  formulaNotSet: (reason: string) => `This formula cannot be set. ${reason}`,
  formulaCutOff: 'It takes too long.',
  embeddedUnknown: 'Embedded content is not shown here',
  tooSlow:
    'The preview stopped: this text takes too long to be read as Markdown, often because of a very long row of brackets, quotes or tags. Your text is safe, and you can go on writing. The preview tries again when you change something.',
  broken: (detail: string) =>
    `The preview stopped because of a mistake in Galley${detail === '' ? '' : ` (${detail})`}. Your text is safe, and you can go on writing. The preview tries again when you change something.`,
  tryAgain: 'Try again now',
} as const
