import type { ConfigurationProblem } from '#shared/contract/field'
import { frontMatterStrings } from '../strings/front-matter'
import styles from './form-fields.module.css'

/** Says that a configuration file of the blog has mistakes, and on demand which. */
export function CollectionProblems({ problems }: { readonly problems: readonly ConfigurationProblem[] }) {
  if (problems.length === 0) return null
  return (
    <details className={styles.problems}>
      <summary>{frontMatterStrings.problems(problems.length)}</summary>
      <ul>
        {problems.map(({ origin, message }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: one line may have the same mistake twice
          <li key={index}>
            <code>{frontMatterStrings.problemAt(origin.file, origin.line)}</code> {message}
          </li>
        ))}
      </ul>
    </details>
  )
}
