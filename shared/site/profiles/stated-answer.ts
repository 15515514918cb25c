import type { SiteAnswer, SiteSource } from '../profile'

/** An answer that the configuration states at `source`, or that is the generator's default where that is null. */
export function statedAnswer(
  about: SiteAnswer['about'],
  answer: string,
  source: SiteSource | null,
  choice: SiteAnswer['choice'] = null,
): SiteAnswer {
  return { about, answer, source, certainty: source === null ? 'default' : 'stated', choice }
}
