import { createHash } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { BlogId } from '#shared/contract/blog'
import { FailureError } from '#shared/contract/failure'
import type { SiteServerState } from '#shared/contract/site-server'
import { fillPlaceholders, type ServeCommand } from '#shared/site/serve/serve-command'
import { buildSign, type LocalAddress, printedAddress } from '#shared/site/serve/server-output'
import type { Ports } from '../ports'
import { fetchPage } from './fetch-page'
import { findServingProgram } from './find-serving-program'
import { findFreePorts } from './free-port'
import { createOutputLog } from './output-log'
import { type ReloadProxy, startReloadProxy } from './reload-proxy'
import { type ServingProcess, startServingProcess } from './serving-process'
import { whyItEnded } from './why-it-ended'
import { widePath } from './wide-path'

/** How long a server may take until its site can be reached. The first start of a large site takes minutes. */
const startLimitMs = 180_000
const pollMs = 100
/** A server that answers at the port it was given is waited for this long to name its home page too. */
const printWaitMs = 800
/** A server that does not listen at the port it was given may have taken another. */
const otherPortAfterMs = 3000

/** What a running server was started with. */
export type Run = {
  readonly command: ServeCommand
  /** Where the command runs: absolute, real. */
  readonly folder: string
  /** Of Galley's own, for what the generator builds. */
  readonly scratch: string
  readonly environment: NodeJS.ProcessEnv
}

/** The site's own server of one blog: at most one runs. */
export class SiteServer {
  private current: SiteServerState = { kind: 'stopped' }
  private process: ServingProcess | null = null
  private running: Run | null = null
  private proxy: ReloadProxy | null = null
  /** Counts the starts: what belongs to an earlier one is let go. */
  private turn = 0
  private readonly log

  constructor(
    private readonly blog: BlogId,
    private readonly root: string,
    private readonly ports: Pick<Ports, 'emit' | 'userDataFolder' | 'homeFolder' | 'ownPort'>,
  ) {
    this.log = createOutputLog((lines) => ports.emit('siteServer.logged', { blog, lines: [...lines] }))
  }

  get state(): SiteServerState {
    return this.current
  }

  /** What runs now, null unless its site can be reached. */
  get run(): Run | null {
    return this.current.kind === 'ready' ? this.running : null
  }

  lines(): readonly string[] {
    return this.log.lines()
  }

  /** Starts a command that the writer has said yes to. Comes back when the program runs or could not be started. */
  async start(command: ServeCommand, folder: string): Promise<void> {
    await this.stop()
    const turn = ++this.turn
    this.log.clear()
    this.change({ kind: 'starting' })
    try {
      await this.launch(turn, command, folder)
    } catch (error) {
      if (!(error instanceof FailureError)) throw error
      if (turn === this.turn) this.change({ kind: 'failed', message: error.message })
    }
  }

  /** Stops the server and all that it has started. */
  async stop(): Promise<void> {
    this.turn += 1
    const { process: ending } = this
    this.process = null
    this.letGo()
    await ending?.stop()
    this.log.flush()
    if (this.current.kind !== 'stopped') this.change({ kind: 'stopped' })
  }

  private async launch(turn: number, command: ServeCommand, folder: string): Promise<void> {
    const inherited = process.platform === 'win32' ? process.env : this.inheritedEnvironment()
    const program = await findServingProgram(command.words[0] ?? '', folder, inherited)
    const [port = 0, reloadPort = 0] = await findFreePorts(2)
    const scratch = await this.emptyScratch()
    if (turn !== this.turn) return
    const values = { port: String(port), reloadPort: String(reloadPort), scratch }
    const fill = (text: string): string => fillPlaceholders(text, values)
    const environment = {
      ...inherited,
      NO_COLOR: '1',
      ...Object.fromEntries(Object.entries(command.environment).map(([name, value]) => [name, fill(value)])),
    }
    const given = command.words.some((word) => word.includes('{port}')) ? port : null
    const printed: LocalAddress[] = []
    this.running = { command, folder, scratch, environment }
    this.process = startServingProcess({
      program,
      words: command.words.slice(1).map(fill),
      folder,
      environment,
      onLine: (line) => {
        if (turn !== this.turn) return
        this.log.add(line)
        const address = /live ?reload/i.test(line) ? null : printedAddress(line)
        if (address !== null && !this.isOurs(address)) printed.push(address)
        this.followBuild(line)
      },
      onExit: ({ code, error }) => {
        if (turn !== this.turn) return
        // what it printed last comes after its end
        setTimeout(() => this.onEnded(turn, given, code, error), 50)
      },
    })
    void this.watchStart(turn, given, printed)
  }

  /** Waits until the site can be reached, or the time is over. */
  private async watchStart(
    turn: number,
    given: number | null,
    printed: readonly LocalAddress[],
  ): Promise<void> {
    const beganMs = performance.now()
    const isCurrent = () => turn === this.turn && this.current.kind === 'starting'
    while (isCurrent()) {
      const waitedMs = performance.now() - beganMs
      const address = await findAnswering(given, printed, waitedMs)
      if (!isCurrent()) return
      if (address !== null) {
        await this.becomeReady(turn, address)
        return
      }
      if (waitedMs > startLimitMs) {
        await this.stop()
        this.change({ kind: 'failed', message: tooLate(given) })
        return
      }
      await sleep(pollMs)
    }
  }

  private inheritedEnvironment(): NodeJS.ProcessEnv {
    return { ...process.env, PATH: widePath(process.env, this.ports.homeFolder) }
  }

  private async becomeReady(turn: number, address: LocalAddress): Promise<void> {
    const reloads = this.running?.command.reloads ?? false
    const proxy = reloads ? null : await startReloadProxy(address.origin)
    if (turn !== this.turn) {
      proxy?.close()
      return
    }
    this.proxy = proxy
    const { origin } = proxy ?? address
    this.change({ kind: 'ready', origin, home: address.path, reloads, build: 'built' })
  }

  private letGo(): void {
    this.running = null
    this.proxy?.close()
    this.proxy = null
  }

  private onEnded(turn: number, given: number | null, code: number | null, error: Error | null): void {
    if (turn !== this.turn) return
    const wasReady = this.current.kind === 'ready'
    const left = this.process
    this.process = null
    this.letGo()
    this.turn += 1
    // the program is gone; what it has started may not be
    void left?.stop()
    this.log.flush()
    this.change({
      kind: 'failed',
      message: whyItEnded({ code, error, wasReady, port: given, lines: this.lines() }),
    })
  }

  private followBuild(line: string): void {
    const sign = buildSign(line)
    if (sign === null || this.current.kind !== 'ready' || this.current.build === sign) return
    // an error stays in sight until a build begins anew
    if (this.current.build === 'failed' && sign === 'built') return
    this.change({ ...this.current, build: sign })
  }

  /** A server that names Galley's own address would be framed with Galley's own rights. */
  private isOurs({ origin }: LocalAddress): boolean {
    const own = this.ports.ownPort ?? null
    return own !== null && origin.endsWith(`:${own}`)
  }

  private async emptyScratch(): Promise<string> {
    const name = createHash('sha256').update(this.root).digest('hex').slice(0, 20)
    const scratch = join(this.ports.userDataFolder, 'site-servers', name)
    await rm(scratch, { recursive: true, force: true })
    await mkdir(scratch, { recursive: true, mode: 0o700 })
    return scratch
  }

  private change(state: SiteServerState): void {
    this.current = state
    this.ports.emit('siteServer.changed', { blog: this.blog, state })
  }
}

async function findAnswering(
  given: number | null,
  printed: readonly LocalAddress[],
  waitedMs: number,
): Promise<LocalAddress | null> {
  const isGiven = ({ origin }: LocalAddress): boolean => given !== null && origin.endsWith(`:${given}`)
  const named = printed.find(isGiven)
  const others = given === null || waitedMs > otherPortAfterMs ? printed.slice(0, 3) : []
  const unnamed = given === null ? [] : [{ origin: `http://127.0.0.1:${given}`, path: '/' }]
  for (const address of named === undefined ? [...unnamed, ...others] : [named]) {
    if ((await fetchPage(address.origin, address.path, { timeoutMs: 10_000 })) === null) continue
    if (address !== unnamed[0]) return address
    await sleep(printWaitMs)
    return printed.find(isGiven) ?? address
  }
  return null
}

function tooLate(given: number | null): string {
  return given === null
    ? 'The server has not named an address on this machine (http://localhost:… or http://127.0.0.1:…). Only such an address is shown here. Its words are below.'
    : 'The server could not be reached for three minutes, so it was stopped. Its words are below.'
}
