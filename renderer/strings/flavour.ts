/** Words around the choice of the preview's Markdown. */
export const flavourStrings = {
  name: (label: string, isChosen: boolean) => (isChosen ? `${label} (chosen)` : label),
  buttonLabel: (name: string) => `Markdown of the preview: ${name}`,
  title: 'How the preview reads Markdown',
  chosen: (label: string) => `You chose ${label} for this blog.`,
  list: 'Markdown for this blog',
  asFound: (label: string) => `As found: ${label}`,
} as const
