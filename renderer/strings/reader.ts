/** Words beside a post as it is met elsewhere than on its own page. */
export const readerStrings = {
  listLearnt: (page: string) => `Dates and names as in ${page}`,
  listUnknown: 'Build your site once, and Galley writes dates and names as its list of posts does.',
  titleCut: (length: number, shown: number) =>
    `The title has ${length} characters; search engines show about ${shown}.`,
  noDescription: 'The front matter has no description, so the first words of the post stand in for it.',
  noAddress: 'The blog’s configuration does not say where it is published.',
  noImage: 'The front matter names no picture.',
  remoteImage: (reference: string) => `The picture is elsewhere and is not loaded: ${reference}`,
  imageMissing: (reference: string) => `Picture not found: ${reference}`,
  unknownAddress: 'address not known',
} as const
