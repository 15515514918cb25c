/** What the machine says about showing a window. */
export type Surroundings = {
  readonly platform: NodeJS.Platform
  readonly isRoot: boolean
  readonly environment: Readonly<Record<string, string | undefined>>
}

/** This process's surroundings. */
export function readSurroundings(): Surroundings {
  return { platform: process.platform, isRoot: process.getuid?.() === 0, environment: process.env }
}

/**
 * Why no window can be shown here, in a sentence; null when one can. On Linux a display must be named, and Chromium (Electron's
 * too) refuses to run as root with its sandbox on.
 */
export function whyNoWindow({ platform, isRoot, environment }: Surroundings): string | null {
  if (platform !== 'linux') return null
  if (!environment.DISPLAY && !environment.WAYLAND_DISPLAY) return 'There is no display here.'
  return isRoot ? 'Browser windows are not opened as root.' : null
}
