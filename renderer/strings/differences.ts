/** Words about what reads otherwise than on GitHub. */
export const differenceStrings = {
  count: (count: number) => (count === 1 ? '1 difference' : `${count} differences`),
  countLabel: (count: number) =>
    `${count === 1 ? '1 difference' : `${count} differences`} from GitHub. Go to the first.`,
  explanation: 'Difference from GitHub',
  here: 'Here',
  there: 'On GitHub',
  others: (count: number) => (count === 1 ? 'Also in 1 more place.' : `Also in ${count} more places.`),
  nothing: 'nothing',
  picture: (alternative: string) => (alternative === '' ? 'picture' : `picture: ${alternative}`),
  announce: (line: number, message: string) => `Line ${line}: ${message}`,
} as const
