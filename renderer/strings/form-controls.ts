/** Words of the form's own controls: dates, lists, choices, images. */
export const controlStrings = {
  calendar: (label: string) => `Choose a day for ${label}`,
  notADate: 'Not a date that Galley knows. It is kept as you wrote it.',
  previousMonth: 'Previous month',
  nextMonth: 'Next month',
  time: 'Time',
  zone: (zone: string) => `Zone ${zone}, as the file has it`,
  done: 'Done',
  whereYouAre: (dayAndTime: string) => `${dayAndTime} where you are`,

  suggestions: 'Values of other posts',
  postCount: (count: number) => (count === 1 ? '1 post' : `${count} posts`),
  othersWrite: (count: number, value: string) =>
    count === 1 ? `1 post writes “${value}”` : `${count} posts write “${value}”`,

  itemsOf: (label: string) => `${label} of this post`,
  chipHelp: 'Delete removes it. Alt and the arrow keys move it.',
  addItem: 'Add…',
  removeItem: (item: string) => `Remove ${item}`,
  isThere: (item: string) => `“${item}” is there already.`,
  moved: (item: string, place: number, count: number) => `${item} is now ${place} of ${count}.`,
  removed: (item: string) => `${item} was removed.`,
  nearDuplicate: (item: string, count: number, value: string) =>
    `${count === 1 ? '1 post writes' : `${count} posts write`} “${value}”, not “${item}”.`,
  writeInstead: (value: string) => `Write “${value}”`,

  chooseImage: (label: string) => `Choose an image for ${label}`,
  chooseFile: 'Choose a file…',
  chooseFileFor: (label: string) => `Choose a file… ${label}`,
  fileFor: (label: string) => `File for ${label}`,
  noImage: 'Drop an image here, or',
  notFound: 'No such image in the blog.',
  elsewhere: 'On another site. Galley does not load it.',
  adding: (name: string) => `Adding ${name}…`,
  sizeOf: (width: number, height: number) => `${width} × ${height}`,
  oneFile: 'A field holds one image. Drop one file.',
  noFile: 'That was no file. Save the image first, then drop it.',
  tooLarge: (name: string) => `${name} is larger than 20 MB, too large for a page. Make it smaller first.`,
  unreadableFile: (name: string) => `${name} cannot be read. Check that it is still there.`,

  pickerTitle: (label: string) => `Choose an image for ${label}`,
  filterImages: 'Filter images',
  images: 'Images of the blog',
  loadingImages: 'Looking for images…',
  noImages: 'The blog has no images yet.',
  noMatch: (words: string) => `No image is named like “${words}”.`,
  imageCount: (count: number) => (count === 1 ? '1 image' : `${count.toLocaleString('en')} images`),
  someOf: (shown: number, count: number) =>
    `${shown.toLocaleString('en')} of ${count.toLocaleString('en')} images`,
  cut: 'The likeliest 2,000 are shown. Any other can be typed into the field.',
  cancel: 'Cancel',
} as const
