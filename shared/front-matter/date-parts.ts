/** A day and a time of day as a file writes them: no zone shifts them. */
export type DateParts = {
  /** `YYYY-MM-DD`. */
  readonly day: string
  /** 0…23, also where the file counts to 12. 0 for a date without a time, like the parts below. */
  readonly hour: number
  readonly minute: number
  readonly second: number
  /** The digits behind the seconds' point, `` for none. */
  readonly fraction: string
  /** As written: `Z`, `+02:00`, `-0800`, `EST`; null for none. */
  readonly zone: string | null
}

/** The smallest part that a date has. */
export type DatePrecision = 'day' | 'minute' | 'second' | 'fraction'

/** A date as front matter writes it. */
export type ParsedDate = DateParts & {
  /** The instant; a date without a zone counts as UTC, one without a time as midnight. */
  readonly dateISO: string
  readonly precision: DatePrecision
  readonly hasZone: boolean
  /**
   * How the day is written: `YYYY`, `M`/`MM`/`MMM`/`MMMM` (number or English word), `D`/`DD`/`Do` and `ddd`/`dddd` stand for its
   * parts, everything in brackets for itself. The time and the zone are such a fixed part, so that another day keeps them.
   */
  readonly pattern: string
  /**
   * How day, time and zone are written: as `pattern`, and `H`/`HH` (0…23), `h`/`hh` (1…12) with `A` (`PM`), `AA` (`P.M.`), `a` (`pm`) or
   * `aa` (`p.m.`), `mm`, `ss`, an `S` for each digit of a fraction, `Z` (`+02:00`), `ZZ` (`+0200`), `z` (`+02`). A zone in words stays
   * itself. What other dates of the kind can be written in.
   */
  readonly fullPattern: string
}
