import { systemCode } from '../files/system-failure'

/** Whether an error says that nothing is at a path: neither it nor its folder, or a link that leads nowhere or in a circle. */
export function isMissing(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR', 'ELOOP'].includes(systemCode(error) ?? '')
}
