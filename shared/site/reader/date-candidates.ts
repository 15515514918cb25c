const months = ['MMMM', 'MMM', 'MMM.']
const dates = ['D', 'DD', 'Do']
// the longer form first: it holds the shorter one
const weekdays = ['dddd, ', 'dddd ', 'ddd, ', 'ddd ', '']

const inWords = months.flatMap((month) =>
  dates.flatMap((date) => [
    { yearless: `${month} ${date}`, whole: [`${month} ${date}, YYYY`, `${month} ${date} YYYY`] },
    { yearless: `${date} ${month}`, whole: [`${date} ${month} YYYY`, `${date} ${month}, YYYY`] },
  ]),
)

/** The forms in which sites print a day in full, as patterns of `formatDay`. */
export const wholeDatePatterns: readonly string[] = [
  ...weekdays.flatMap((weekday) => inWords.flatMap(({ whole }) => whole.map((form) => weekday + form))),
  'YYYY-MM-DD',
  'YYYY/MM/DD',
  'YYYY/M/D',
  'YYYY.MM.DD',
  'DD.MM.YYYY',
  'D.M.YYYY',
  'DD/MM/YYYY',
  'MM/DD/YYYY',
  'DD-MM-YYYY',
  'YYYY[年]M[月]D[日]',
  'YYYY[년] M[월] D[일]',
]

/** The forms in which sites print a day without its year. */
export const yearlessDatePatterns: readonly string[] = [
  ...weekdays.flatMap((weekday) => inWords.map(({ yearless }) => weekday + yearless)),
  'MM-DD',
  'MM/DD',
  'DD/MM',
  'DD.MM.',
  'M[月]D[日]',
]
