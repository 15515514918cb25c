/** What the tools that build Galley run on: this minor version or a newer one of each major version, and all that come after. */
const oldestNodes = /** @type {const} */ ([
  [20, 19],
  [22, 12],
])

/**
 * What is wrong with a version of Node, in a sentence; null when it will do.
 *
 * @param {string} version as `process.versions.node` has it, `20.19.0`
 * @returns {string | null}
 */
export function complaintAboutNode(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const isKnown = oldestNodes.some(([oldMajor, oldMinor]) => major === oldMajor && minor >= oldMinor)
  if (isKnown || major > 22) return null
  return `Galley needs Node 20.19, 22.12 or newer, and this is Node ${version}. Get a newer one at https://nodejs.org and try again.`
}

/** Ends the process with a sentence and exit code 1 when this Node is too old. */
export function requireNode() {
  const complaint = complaintAboutNode(process.versions.node)
  if (complaint === null) return
  process.stderr.write(`${complaint}\n`)
  process.exit(1)
}
