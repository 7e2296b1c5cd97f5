/** `?call=…&q=…` → `{ call, q }`: plain words rather than JSON, so that an address can be read, typed and sent. */
export const parseAddressWords = (text: string): Record<string, string> =>
  Object.fromEntries(new URLSearchParams(text))

/** The reverse; empty values are left out. */
export function writeAddressWords(search: Record<string, unknown>): string {
  const words = new URLSearchParams()
  for (const [name, value] of Object.entries(search)) {
    if (value !== undefined && value !== null && value !== '') words.set(name, String(value))
  }
  const text = words.toString()
  return text === '' ? '' : `?${text}`
}
