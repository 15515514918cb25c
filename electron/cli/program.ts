import { fileURLToPath } from 'node:url'

/** A file of the installed program, by its path from the folder that holds `package.json` and `dist/`. */
export function programFile(path: string): string {
  return fileURLToPath(new URL(`../../${path}`, import.meta.url))
}
