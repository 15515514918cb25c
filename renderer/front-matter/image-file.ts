import { controlStrings } from '../strings/form-controls'

const maxImageBytes = 20 * 1024 * 1024

/** A file as `media.add` takes it, or why it cannot be. */
export type ReadImageFile =
  | { readonly kind: 'read'; readonly name: string; readonly base64: string }
  | { readonly kind: 'problem'; readonly message: string }

/** Reads a file of the writer's. One that is larger than the services take is not read at all. */
export async function readImageFile(file: File): Promise<ReadImageFile> {
  if (file.size > maxImageBytes) return { kind: 'problem', message: controlStrings.tooLarge(file.name) }
  try {
    return { kind: 'read', name: file.name, base64: await base64Of(file) }
  } catch (error) {
    if (error instanceof DOMException)
      return { kind: 'problem', message: controlStrings.unreadableFile(file.name) }
    throw error
  }
}

async function base64Of(file: File): Promise<string> {
  const reader = new FileReader()
  const done = new Promise<void>((resolve, reject) => {
    reader.onload = () => resolve()
    reader.onerror = () => reject(reader.error)
  })
  reader.readAsDataURL(file)
  await done
  const address = String(reader.result)
  return address.slice(address.indexOf(',') + 1)
}
