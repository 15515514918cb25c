/** Words that the preview puts in the place of what it does not show. */
export const previewStrings = {
  remoteMedia: (kind: 'Image' | 'Video' | 'Sound', host: string) => `${kind} from ${host} is not loaded`,
  missingMedia: (kind: 'Image' | 'Video' | 'Sound', reference: string) => `${kind} not found: ${reference}`,
  embedded: (host: string) => `Embedded page from ${host} is not shown here`,
  embeddedUnknown: 'Embedded content is not shown here',
} as const
