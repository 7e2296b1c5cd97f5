import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate'
import { localInstant } from '../localInstant.ts'

/**
 * Takes the clock out of a Word file (P5): the library dates the properties and the entries of the archive with the
 * present moment. Here they bear the instant of the freezing, and the entries a fixed order.
 */
export function stableDocx(bytes: Uint8Array, frozenAt: string): Uint8Array {
  const entries = unzipSync(bytes)
  // Word wants an offset; the facts hold none, so the hour of the place is written as it is.
  const instant = `${localInstant(frozenAt)}Z`
  const stable: Zippable = {}
  // Word wants the list of content types first.
  const names = Object.keys(entries).toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
  for (const name of names) {
    const content = entries[name]
    if (content === undefined || name.endsWith('/')) continue
    stable[name] = [
      name === 'docProps/core.xml'
        ? strToU8(strFromU8(content).replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${instant}`))
        : content,
      { mtime: new Date(1980, 0, 1), level: 6, os: 0 },
    ]
  }
  return zipSync(stable)
}

const rank = (name: string): number =>
  name === '[Content_Types].xml' ? 0 : name.startsWith('_rels/') ? 1 : 2
