/** Words about what leaves the preview: paper, files, the clipboard. */
export const exportStrings = {
  copied: 'Copied the post with its formatting.',
  downloaded: (fileName: string) => `Saved ${fileName} to your downloads.`,
  saved: (place: string) => `Saved ${place}.`,
  pdfByPrinting: 'Choose “Save as PDF” as the printer in the dialog that opens.',
} as const
