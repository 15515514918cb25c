import { javascriptInstant } from '../javascript-date'
import { jsYamlScalar } from '../js-yaml-scalar'
import { instantInZone, offsetAt } from '../zone-time'
import type { HexoConfiguration } from './configuration'

/**
 * The instant that Hexo makes of a written date; null for none. What YAML takes for a time has its clock in UTC read on the machine, so
 * that an offset is lost but for the hours; then `timezone` has the machine's clock read there (hexo/plugins/processor/common.js).
 */
export function hexoInstant(
  written: string,
  isQuoted: boolean,
  { machineZone, statedZone }: Pick<HexoConfiguration, 'machineZone' | 'statedZone'>,
): number | null {
  const instant = onMachine(written, isQuoted, machineZone)
  return instant === null ? null : inSite(instant, machineZone, statedZone)
}

function onMachine(written: string, isQuoted: boolean, machineZone: string): number | null {
  const value = jsYamlScalar(written, isQuoted, 4)
  if (value instanceof Date) return value.getTime() - offsetAt(value.getTime(), machineZone)
  // zero is no date to it
  if (typeof value === 'number') return value || null
  return typeof value === 'string' ? javascriptInstant(value, machineZone) : null
}

/** A day that the file's name says. */
export function hexoDayInName(
  name: { readonly year: number; readonly month: number; readonly day: number },
  { machineZone, statedZone }: Pick<HexoConfiguration, 'machineZone' | 'statedZone'>,
): number {
  const clock = { ...name, hour: 0, minute: 0, second: 0, millisecond: 0 }
  return inSite(instantInZone(clock, machineZone), machineZone, statedZone)
}

function inSite(instant: number, machineZone: string, statedZone: string | null): number {
  return statedZone === null
    ? instant
    : instant + offsetAt(instant, machineZone) - offsetAt(instant, statedZone)
}
