/** Words of the dialog for a new post. */
export const newPostStrings = {
  open: 'New post…',
  title: 'A new post',
  titleField: 'Title',
  nameField: 'Name in its address and file',
  nameHint: 'Left empty, it is made from the title as your site’s generator does it.',
  folder: 'Folder',
  usualFolder: 'where such posts usually go',
  blogFolder: 'the blog’s own folder',
  draft: 'As a draft',
  file: 'File',
  address: 'Address',
  addressUnknown: 'Known once the site is built.',
  typeTitle: 'Type a title to see the file’s name.',
  create: 'Make the post',
  cancel: 'Cancel',
} as const
