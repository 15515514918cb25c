/** Whether a text reads as a number that people write: digits, perhaps a sign and a point. */
export function isNumberText(text: string): boolean {
  return /^[-+]?\d+(?:\.\d+)?$/.test(text)
}
