import { escapeHtml } from '../box'
import { BeyondUs } from './template-syntax'
import { type GoValue, goText, SafeHtml } from './template-values'

const addressAttributes = /^(?:href|src|action|formaction|poster|cite|data|background|srcset)$/

/** A value as Go's `html/template` writes it behind the HTML `before`. Throws `BeyondUs` for a place where it would write script. */
export function escapeForPlace(value: GoValue, before: string): string {
  const text = goText(value)
  const tagFrom = before.lastIndexOf('<')
  const inTag = tagFrom > before.lastIndexOf('>')
  if (!inTag) {
    if (/<(script|style)\b[^>]*>(?![\s\S]*<\/\1)/i.test(before)) throw new BeyondUs('a value in a script')
    return value instanceof SafeHtml ? text : escapeText(text)
  }
  const attribute = /([\w-]+)\s*=\s*(["']?)([^"'<>]*)$/.exec(before.slice(tagFrom))
  const name = attribute?.[1]?.toLowerCase() ?? ''
  if (name.startsWith('on')) throw new BeyondUs('a value in a script')
  if (name === 'style') return /^[\w#%.,() -]*$/.test(text) ? text : 'ZgotmplZ'
  if (addressAttributes.test(name)) {
    const isStart = attribute?.[3]?.trim() === ''
    const isUnsafe = isStart && /^[^/?#]*:/.test(text) && !/^(?:https?|mailto|tel):/i.test(text.trim())
    return isUnsafe && !(value instanceof SafeHtml) ? '#ZgotmplZ' : escapeText(encodeAddress(text))
  }
  return escapeText(text.replace(/<[^>]*>/g, value instanceof SafeHtml ? '' : '$&'))
}

const escapeText = (text: string): string => escapeHtml(text).replaceAll("'", '&#39;')

const encodeAddress = (address: string): string =>
  address.replace(/[^\w!#$%&'()*+,\-./:;=?@[\]~]/gu, (character) => encodeURIComponent(character))
