/** What JavaScript itself and test runners look up on any object. */
const lookedUpOnAnything = new Set(['then', 'toJSON', 'asymmetricMatch', 'nodeType', 'domain', 'inspect'])

/**
 * The same object, which throws when it is asked for a member that it lacks: code that uses more of Electron than the stand-in has
 * fails at once, and by name, instead of going on with `undefined`.
 */
export function strict<Target extends object>(name: string, target: Target): Target {
  return new Proxy(target, {
    get(object, member, receiver) {
      if (typeof member === 'string' && !(member in object) && !lookedUpOnAnything.has(member))
        throw new Error(`The Chromium stand-in has no ${name}.${member}`)
      return Reflect.get(object, member, receiver)
    },
  })
}
