import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate'
import { localInstant } from '../localInstant.ts'
import { wordFont } from './wordStyles.ts'

/**
 * Takes the clock out of a Word file (P5): the library dates the properties and the entries of the archive with the
 * present moment. Here they bear the instant of the freezing, and the entries a fixed order.
 */
export const stableDocx = (bytes: Uint8Array, frozenAt: string): Uint8Array =>
  stableArchive(unzipSync(bytes), frozenAt)

/** The same from the parts of the file by their path. */
export function stableArchive(entries: Readonly<Record<string, Uint8Array>>, frozenAt: string): Uint8Array {
  // Word wants an offset; the facts hold none, so the hour of the place is written as it is.
  const instant = `${localInstant(frozenAt)}Z`
  const stable: Zippable = {}
  // Word wants the list of content types first.
  const names = Object.keys(entries).toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
  for (const name of names) {
    const content = entries[name]
    if (content === undefined || name.endsWith('/')) continue
    stable[name] = [corrected(name, content, instant), { mtime: new Date(1980, 0, 1), level: 6, os: 0 }]
  }
  return zipSync(stable)
}

function corrected(name: string, content: Uint8Array, instant: string): Uint8Array {
  if (name === 'docProps/core.xml') {
    const dates = /(<dcterms:(?:created|modified)[^>]*>)[^<]*/g
    return strToU8(withLanguage(strFromU8(content).replace(dates, `$1${instant}`)))
  }
  if (/^word\/(?:document|header\d+|footer\d+)\.xml$/.test(name)) return strToU8(numbered(strFromU8(content)))
  if (name === 'word/fontTable.xml') return strToU8(withFallback(strFromU8(content)))
  return content
}

/** The library writes no language of the file; readers of files ask for it before any style. */
const withLanguage = (core: string): string =>
  core.includes('<dc:language>')
    ? core
    : core.replace(/(?=<\/cp:coreProperties>)/, '<dc:language>fr-FR</dc:language>')

/** Pictures bear a number, one each: the library counts them from the start of the program. */
function numbered(part: string): string {
  let pictures = 0
  return part.replace(/(<wp:docPr\b[^>]*?\bid=")[^"]*/g, (_, head: string) => `${head}${++pictures}`)
}

/** Machines without our font take one of the same build, rather than whatever comes first. */
const withFallback = (fontTable: string): string =>
  fontTable.replace(/\/>$/, `><w:font w:name="${wordFont}">${fallback}</w:font></w:fonts>`)

const fallback =
  '<w:altName w:val="Calibri"/><w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/>'

const rank = (name: string): number =>
  name === '[Content_Types].xml' ? 0 : name.startsWith('_rels/') ? 1 : 2
