import type { GeneratorId } from '../detect-generator'
import { type NodeTool, nodeCommands } from './node-commands'

/** Stand in a command for two free ports that Galley chooses, and for a folder of its own outside the blog. */
export const placeholders = { port: '{port}', reloadPort: '{reload-port}', scratch: '{scratch}' } as const

/** The words or values of a command with what the placeholders stand for. */
export function fillPlaceholders(
  text: string,
  values: Readonly<Record<keyof typeof placeholders, string>>,
): string {
  return Object.entries(placeholders).reduce(
    (filled, [name, sign]) => filled.replaceAll(sign, values[name as keyof typeof placeholders]),
    text,
  )
}

/** A command that would serve a site. Data only: nothing is run by naming it. */
export type ServeCommand = {
  /** Names it among the commands for one site. */
  readonly id: string
  /** The program and its arguments, given to the system as they are, without a shell; may hold `placeholders`. */
  readonly words: readonly string[]
  /** Variables added to the writer's own environment; values may hold `placeholders`. */
  readonly environment: Readonly<Record<string, string>>
  /** What else is run, to find a post's page; null for nothing. */
  readonly alsoRuns: readonly string[] | null
  /** The text of the package's script that the command starts, null when it starts none. */
  readonly leadsTo: string | null
  /** What it writes into the blog's folder, as a sentence; null when it writes nothing there. */
  readonly writes: string | null
  /** What must be done before it can work, as a sentence; null when nothing is known to be missing. */
  readonly needs: string | null
  /** Its pages load themselves again after a change. */
  readonly reloads: boolean
}

/** What the choice is made from: the folder of the site, its names, and the texts of two files where they are. */
export type ServedSite = {
  readonly generator: GeneratorId | null
  readonly names: ReadonlySet<string>
  readonly packageJson: string | null
  readonly gemfileLock: string | null
}

/** The commands that may serve the site, likeliest first; none for a generator that Galley does not know. */
export function serveCommands(site: ServedSite): readonly ServeCommand[] {
  const known = site.generator === null ? [] : (rules[site.generator]?.(site) ?? [])
  return [...known, ...nodeCommands(site, toolOf(site.generator))]
}

/** The command that the writer typed, as its words. */
export function typedCommand(words: readonly string[]): ServeCommand {
  return { ...plain, id: 'typed', words }
}

const { port, reloadPort, scratch } = placeholders
const loopback = '127.0.0.1'
const plain = {
  environment: {},
  alsoRuns: null,
  leadsTo: null,
  writes: null,
  needs: null,
  reloads: false,
} as const

const rules: Partial<Record<GeneratorId, (site: ServedSite) => readonly ServeCommand[]>> = {
  hugo: hugoCommands,
  jekyll: jekyllCommands,
  pelican: () => [
    {
      ...plain,
      id: 'pelican',
      words: [
        ...['pelican', '--listen', '--autoreload', '--bind', loopback, '--port', port],
        ...['--output', `${scratch}/site`],
      ],
      environment: { PYTHONDONTWRITEBYTECODE: '1' },
    },
  ],
  zola: () => [
    {
      ...plain,
      id: 'zola',
      words: [
        ...['zola', 'serve', '--drafts', '--interface', loopback, '--port', port],
        ...['--output-dir', `${scratch}/site`],
      ],
      reloads: true,
    },
  ],
}

/** Hugo serves from memory; its lock, its empty output folder and its picture cache are led out of the blog. */
function hugoCommands({ names }: ServedSite): readonly ServeCommand[] {
  const hasResources = names.has('resources')
  return [
    {
      ...plain,
      id: 'hugo',
      words: ['hugo', 'server', '--buildDrafts', '--buildFuture', '--bind', loopback, '--port', port],
      environment: {
        HUGO_NOBUILDLOCK: 'true',
        HUGO_PUBLISHDIR: `${scratch}/public`,
        ...(hasResources ? {} : { HUGO_RESOURCEDIR: `${scratch}/resources` }),
      },
      alsoRuns: ['hugo', 'list', 'all'],
      writes: hasResources ? 'It may put resized pictures into the folder resources.' : null,
      reloads: true,
    },
  ]
}

/** Jekyll’s site goes to a folder of ours, and its cache nowhere. Jekyll 3 has no such cache, and may not know these options. */
function jekyllCommands({ names, gemfileLock }: ServedSite): readonly ServeCommand[] {
  const usesBundler = names.has('Gemfile.lock')
  const isOld = /^ {4}jekyll \([0-3]\./m.test(gemfileLock ?? '')
  return [
    {
      ...plain,
      id: 'jekyll',
      words: [
        ...(usesBundler ? ['bundle', 'exec'] : []),
        ...['jekyll', 'serve', '--drafts', '--unpublished', '--future', '--host', loopback, '--port', port],
        ...['--destination', `${scratch}/site`],
        ...(isOld ? [] : ['--disable-disk-cache', '--livereload', '--livereload-port', reloadPort]),
      ],
      // the versions that the blog has chosen, without rewriting its list of them
      environment: usesBundler ? { BUNDLE_FROZEN: 'true' } : {},
      reloads: !isOld,
    },
  ]
}

function toolOf(generator: GeneratorId | null): NodeTool | null {
  const common = { reloads: true, options: ['--host', loopback, '--port', port] } as const
  switch (generator) {
    case 'eleventy':
      return {
        ...common,
        name: 'eleventy',
        serves: /\beleventy\b.*--serve\b/,
        verbs: ['--serve'],
        options: [`--port=${port}`],
        writes: 'It writes the built site into its output folder (_site).',
      }
    case 'astro':
      return {
        ...common,
        name: 'astro',
        serves: /\bastro\s+(?:dev|start)\b/,
        verbs: ['dev'],
        writes: 'It keeps files of its own in .astro and node_modules.',
      }
    case 'docusaurus':
      return {
        ...common,
        name: 'docusaurus',
        serves: /\bdocusaurus\s+start\b/,
        verbs: ['start'],
        options: ['--no-open', ...common.options],
        writes: 'It keeps files of its own in .docusaurus and node_modules.',
      }
    case 'gatsby':
      return {
        ...common,
        name: 'gatsby',
        serves: /\bgatsby\s+develop\b/,
        verbs: ['develop'],
        writes: 'It keeps files of its own in .cache and public.',
      }
    case 'hexo':
      return {
        name: 'hexo',
        serves: /\bhexo\s+s(?:erver)?\b/,
        verbs: ['server'],
        options: ['--draft', '--ip', loopback, '--port', port],
        writes: 'It keeps what it has read in db.json.',
        reloads: false,
      }
    default:
      return null
  }
}
