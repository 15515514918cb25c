import type { ServeCommand, ServedSite } from './serve-command'

/** A generator that comes as a package of Node.js. */
export type NodeTool = {
  readonly name: string
  /** Whether a script's text starts its server. */
  readonly serves: RegExp
  /** Starts its server. */
  readonly verbs: readonly string[]
  /** Say where it listens. */
  readonly options: readonly string[]
  readonly writes: string | null
  readonly reloads: boolean
}

type PackageManager = 'npm' | 'pnpm' | 'yarn' | 'bun'
type Script = { readonly name: string; readonly text: string }

/** Scripts that usually serve a site, in the order to try. */
const servingNames = ['dev', 'start', 'serve', 'develop', 'server', 'watch']

/**
 * The commands that a site with a `package.json` offers: the script that starts the generator, else the generator itself, then every
 * other script that is named like a server. Scripts are read, never run.
 */
export function nodeCommands(site: ServedSite, tool: NodeTool | null): readonly ServeCommand[] {
  if (site.packageJson === null) return []
  const manager = managerOf(site.names)
  const scripts = scriptsOf(site.packageJson)
  const own = tool === null ? undefined : scripts.find(({ text }) => tool.serves.test(text))
  const needs = site.names.has('node_modules')
    ? null
    : `Its packages are not installed: run ${manager} install in a terminal first.`
  const common = {
    environment: { ASTRO_TELEMETRY_DISABLED: '1', GATSBY_TELEMETRY_DISABLED: '1', BROWSER: 'none' },
    alsoRuns: null,
    writes: tool === null ? 'It may write into the blog’s folder.' : tool.writes,
    needs,
    reloads: tool?.reloads ?? false,
  }
  const ofScript = (script: Script, options: readonly string[]): ServeCommand => ({
    ...common,
    id: `script:${script.name}`,
    words: runScript(manager, script.name, options),
    leadsTo: wholeScript(site.packageJson ?? '', script),
  })
  const direct: readonly ServeCommand[] =
    tool === null || own !== undefined
      ? []
      : [
          {
            ...common,
            id: tool.name,
            words: [...runTool(manager), tool.name, ...tool.verbs, ...tool.options],
            leadsTo: null,
          },
        ]
  const others = scripts.filter((script) => script !== own)
  return [
    ...(own === undefined || tool === null
      ? []
      : [ofScript(own, takesOptions(own.text) ? tool.options : [])]),
    ...direct,
    ...others.map((script) => ofScript(script, [])),
  ]
}

function managerOf(names: ReadonlySet<string>): PackageManager {
  if (names.has('pnpm-lock.yaml')) return 'pnpm'
  if (names.has('yarn.lock')) return 'yarn'
  return names.has('bun.lock') || names.has('bun.lockb') ? 'bun' : 'npm'
}

/** npm alone needs to be told that what follows is for the script. */
function runScript(manager: PackageManager, name: string, options: readonly string[]): readonly string[] {
  const separator = manager === 'npm' && options.length > 0 ? ['--'] : []
  return [manager, 'run', name, ...separator, ...options]
}

function runTool(manager: PackageManager): readonly string[] {
  switch (manager) {
    case 'npm':
      // without the option npx would fetch what is not installed
      return ['npx', '--no-install']
    case 'pnpm':
      return ['pnpm', 'exec']
    default:
      return [manager, 'run']
  }
}

/** Whether what is added to the script reaches its server: the script is one command, and has not chosen a port itself. */
function takesOptions(text: string): boolean {
  return !/[&|;<>`$]|(?:^|\s)(?:--port|-p)\b/.test(text)
}

function readScripts(packageJson: string): Readonly<Record<string, unknown>> {
  try {
    const { scripts } = JSON.parse(packageJson) as { readonly scripts?: unknown }
    return typeof scripts === 'object' && scripts !== null ? (scripts as Record<string, unknown>) : {}
  } catch {
    // no package that could be run
    return {}
  }
}

function scriptsOf(packageJson: string): readonly Script[] {
  const scripts = readScripts(packageJson)
  return servingNames.flatMap((name) => {
    const text = Object.hasOwn(scripts, name) ? scripts[name] : undefined
    return typeof text === 'string' && text.trim() !== '' ? [{ name, text }] : []
  })
}

/** The script with those that the package manager runs before and after it. */
function wholeScript(packageJson: string, { name, text }: Script): string {
  const scripts = readScripts(packageJson)
  const around = (key: string) => {
    const other = Object.hasOwn(scripts, key) ? scripts[key] : undefined
    return typeof other === 'string' && other.trim() !== '' ? [`${key}: ${other}`] : []
  }
  const extra = [...around(`pre${name}`), ...around(`post${name}`)]
  return extra.length === 0 ? text : [`${name}: ${text}`, ...extra].join('\n')
}
