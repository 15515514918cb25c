import { existsSync } from 'node:fs'
import { chromium, type LaunchOptions } from 'playwright'

/** The browser that the tests run in: `GALLEY_CHROMIUM`, the system's, or Playwright's own download. */
export function chromiumPath(): string {
  const named = process.env.GALLEY_CHROMIUM
  if (named) return named
  return existsSync('/usr/bin/chromium') ? '/usr/bin/chromium' : chromium.executablePath()
}

/** How to launch it. Its sandbox cannot run as root. */
export function chromiumOptions(): LaunchOptions {
  return { executablePath: chromiumPath(), chromiumSandbox: process.getuid?.() !== 0 }
}
