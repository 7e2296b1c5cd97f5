import { strFromU8, unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'
import { largestFileBytes, largestXmlBytes } from './limits.ts'

/** The text of a Word file, one line per paragraph, or null when it cannot be read. Never throws [VF1]. */
export function readDocxText(bytes: Uint8Array): string | null {
  const source = readPart(bytes, 'word/document.xml')
  if (source === null) return null
  let text = ''
  let shown = 0
  const parser = new SaxesParser()
  parser.on('opentag', ({ name }) => {
    if (name === 'w:t') shown++
    if (name === 'w:tab' || name === 'w:br') text += ' '
    if (name === 'w:noBreakHyphen') text += '-'
  })
  parser.on('closetag', ({ name }) => {
    if (name === 'w:t') shown--
    if (name === 'w:p') text += '\n'
  })
  parser.on('text', (part) => {
    if (shown > 0) text += part
  })
  if (!parse(parser, source)) return null
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .join('\n')
}

/** The custom properties of a Word file by name; empty when there is none. Never throws. */
export function readDocxProperties(bytes: Uint8Array): ReadonlyMap<string, string> {
  const properties = new Map<string, string>()
  const source = readPart(bytes, 'docProps/custom.xml')
  if (source === null) return properties
  let name: string | null = null
  const parser = new SaxesParser()
  parser.on('opentag', (tag) => {
    if (tag.name === 'property') name = typeof tag.attributes.name === 'string' ? tag.attributes.name : null
  })
  parser.on('text', (part) => {
    if (name !== null && part.trim() !== '') properties.set(name, (properties.get(name) ?? '') + part)
  })
  return parse(parser, source) ? properties : new Map()
}

/** One part of the archive, unpacked only when its announced size is reasonable. */
function readPart(bytes: Uint8Array, part: string): string | null {
  if (bytes.length > largestFileBytes) return null
  try {
    const found = unzipSync(bytes, {
      filter: (file) => file.name === part && file.originalSize <= largestXmlBytes,
    })[part]
    return found === undefined ? null : strFromU8(found)
  } catch {
    return null
  }
}

function parse(parser: SaxesParser, source: string): boolean {
  let broken = false
  parser.on('error', () => {
    broken = true
  })
  try {
    parser.write(source).close()
  } catch {
    return false
  }
  return !broken
}
