import Docxtemplater from 'docxtemplater'
import PizZip from 'pizzip'
import { printableText } from '#shared/domain/documents/printableText.ts'
import type { FieldRecord, FieldValue } from '#shared/domain/documents/templates/fieldRecord.ts'
import { plainName } from '../tags/tagsOf.ts'
import type { TextPart } from '../tags/templatePlaces.ts'
import { parseXml, writeXml, type XmlElement } from '../xml/xmlTree.ts'

/** The parts filled, by path; null when the engine could not, with the names of the fields that have nothing to print. */
export interface FilledParts {
  readonly roots: ReadonlyMap<string, XmlElement> | null
  readonly missing: readonly string[]
}

/**
 * Fills the parts with docxtemplater, whose fields, sections and lists mean here what they mean in `fillTemplate` [TP1].
 * Only these parts are shown to it: elsewhere braces are no tags (identifiers in the properties of the file).
 */
export function fillParts(parts: readonly TextPart[], fields: FieldRecord): FilledParts {
  const missing = new Set<string>()
  const zip = new PizZip()
  zip.file('[Content_Types].xml', contentTypes(parts))
  for (const { path, root } of parts) zip.file(path, writeXml(root))
  try {
    new Docxtemplater(zip, {
      paragraphLoop: true,
      linebreaks: true,
      stripInvalidXMLChars: true,
      errorLogging: false,
      syntax: { changeDelimiterPrefix: null },
      nullGetter: () => '',
      parser: (name) => ({
        get: (_, { scopeList, meta }) => {
          const value = valueOf(plainName(name), scopeList as readonly FieldRecord[])
          if (meta.part.module === 'loop') {
            if (value === undefined) missing.add(name)
            return typeof value === 'string' ? value.trim() !== '' : (value ?? false)
          }
          if (typeof value === 'string' && value.trim() !== '') return printed(value)
          missing.add(name)
          return ''
        },
      }),
    }).render(fields)
  } catch {
    // Whatever it says is in English and about runs; the check of the tags has told what a reader can act upon.
    return { roots: null, missing: [...missing] }
  }
  const roots = new Map<string, XmlElement>()
  for (const { path } of parts) {
    const root = parseXml(zip.file(path)?.asText() ?? '')
    if (root === null) return { roots: null, missing: [...missing] }
    roots.set(path, root)
  }
  return { roots, missing: [...missing] }
}

const printed = (value: string): string => value.split(/\r?\n/u).map(printableText).join('\n')

function valueOf(name: string, scopes: readonly FieldRecord[]): FieldValue | undefined {
  for (const scope of scopes.toReversed()) {
    const key = Object.hasOwn(scope, name)
      ? name
      : Object.keys(scope).find((each) => plainName(each) === name)
    if (key !== undefined) return scope[key]
  }
  return undefined
}

const types = {
  body: 'document.main',
  header: 'header',
  footer: 'footer',
  footnote: 'footnotes',
} as const

function contentTypes(parts: readonly TextPart[]): string {
  const prefix = 'application/vnd.openxmlformats-officedocument.wordprocessingml.'
  const overrides = parts.map(
    ({ path, role }) => `<Override PartName="/${path}" ContentType="${prefix}${types[role]}+xml"/>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${overrides.join('')}</Types>`
}
