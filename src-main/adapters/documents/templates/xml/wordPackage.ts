import { strFromU8, strToU8, unzipSync } from 'fflate'
import { largestFileBytes, largestUnpackedBytes, largestXmlBytes } from '../../reading/limits.ts'
import { childrenOf, element, elementsOf, parseXml, writeXml, type XmlElement } from './xmlTree.ts'

/** The parts of a Word file by their path in the archive, « word/document.xml ». May be changed in place. */
export interface WordPackage {
  readonly entries: Map<string, Uint8Array>
  /** Path of the document itself. */
  readonly main: string
  /** Content type of the document itself: template, with macros, plain. */
  readonly mainType: string
}

/**
 * Unpacks a Word file; null when it is none (another file, an encrypted or a damaged one), or when it would unpack beyond
 * what a document needs. Sizes are those the archive announces, which the unpacking does not pass [VF1]. Never throws.
 */
export function openWordPackage(bytes: Uint8Array): WordPackage | null {
  if (bytes.length > largestFileBytes || bytes[0] !== 0x50 || bytes[1] !== 0x4b) return null
  let announced = 0
  let count = 0
  let tooLarge = false
  try {
    const unpacked = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        announced += originalSize
        count += 1
        const limit = /\.(?:xml|rels)$/u.test(name) ? largestXmlBytes / 2 : largestFileBytes
        tooLarge ||= announced > largestUnpackedBytes || originalSize > limit || count > mostEntries
        return !tooLarge && !name.endsWith('/')
      },
    })
    if (tooLarge) return null
    const entries = new Map(Object.entries(unpacked))
    const types = readPart({ entries }, contentTypesPart)
    const main = relationshipsOf({ entries }, '').find(({ type }) => type.endsWith('/officeDocument'))?.target
    if (types === null || main === undefined || !entries.has(main)) return null
    const mainType = contentTypeOf(types, main)
    return /wordprocessingml|ms-word/u.test(mainType) ? { entries, main, mainType } : null
  } catch {
    return null
  }
}

const mostEntries = 4000
export const contentTypesPart = '[Content_Types].xml'

export interface Relationship {
  readonly id: string
  readonly type: string
  /** Path in the archive, or the address when it is outside. */
  readonly target: string
  readonly isExternal: boolean
}

type Entries = Pick<WordPackage, 'entries'>

export function readPart({ entries }: Entries, path: string): XmlElement | null {
  const bytes = entries.get(path)
  return bytes === undefined ? null : parseXml(strFromU8(bytes))
}

export function writePart({ entries }: Entries, path: string, root: XmlElement): void {
  entries.set(path, strToU8(writeXml(root)))
}

/** What a part refers to; `''` for the file itself. */
export function relationshipsOf(word: Entries, part: string): readonly Relationship[] {
  const root = readPart(word, relationshipsPart(part))
  if (root === null) return []
  return childrenOf(root, 'Relationship').map(({ attributes }) => {
    const isExternal = attributes.TargetMode === 'External'
    const target = attributes.Target ?? ''
    return {
      id: attributes.Id ?? '',
      type: attributes.Type ?? '',
      target: isExternal ? target : resolved(folderOf(part), target),
      isExternal,
    }
  })
}

/** Answers the id of the new relationship. `target` is a path in the archive. */
export function addRelationship(word: Entries, part: string, kind: string, target: string): string {
  const path = relationshipsPart(part)
  const root =
    readPart(word, path) ??
    element('Relationships', { xmlns: 'http://schemas.openxmlformats.org/package/2006/relationships' })
  const used = new Set(childrenOf(root, 'Relationship').map(({ attributes }) => attributes.Id))
  let number = 1
  while (used.has(`rIdDelibere${number}`)) number += 1
  const id = `rIdDelibere${number}`
  const isSchema = kind.startsWith('http')
  const type = isSchema ? kind : `http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}`
  root.children.push(element('Relationship', { Id: id, Type: type, Target: `/${target}` }))
  writePart(word, path, root)
  return id
}

/** Says what a new part, or every file of an extension, holds. */
export function declareContent(
  word: Entries,
  what: { readonly part: string } | { readonly extension: string },
  contentType: string,
): void {
  const root = readPart(word, contentTypesPart)
  if (root === null) return
  const [name, key, value] =
    'part' in what ? ['Override', 'PartName', `/${what.part}`] : ['Default', 'Extension', what.extension]
  const declared = childrenOf(root, name as string).find(
    ({ attributes }) => (attributes[key as string] ?? '').toLowerCase() === (value as string).toLowerCase(),
  )
  if (declared === undefined)
    root.children.push(
      element(name as string, { [key as string]: value as string, ContentType: contentType }),
    )
  else declared.attributes.ContentType = contentType
  writePart(word, contentTypesPart, root)
}

/** A part of its own that the body refers to, « styles », « numbering »: declared, related, not written yet. Answers its path. */
export function newMainPart(word: WordPackage, kind: 'styles' | 'numbering'): string {
  const path = `word/${kind}.xml`
  declareContent(
    word,
    { part: path },
    `application/vnd.openxmlformats-officedocument.wordprocessingml.${kind}+xml`,
  )
  addRelationship(word, word.main, kind, path)
  return path
}

/** Paths of the parts of this content type, « …header+xml », in order of their names. */
export function partsOfType(word: Entries, ending: string): readonly string[] {
  const types = readPart(word, contentTypesPart)
  if (types === null) return []
  return childrenOf(types, 'Override')
    .filter(({ attributes }) => attributes.ContentType?.endsWith(ending) === true)
    .map(({ attributes }) => (attributes.PartName ?? '').replace(/^\//u, ''))
    .filter((path) => word.entries.has(path))
    .toSorted((a, b) => a.localeCompare(b, 'fr', { numeric: true }))
}

function contentTypeOf(types: XmlElement, path: string): string {
  const override = elementsOf(types).find(
    ({ name, attributes }) => name === 'Override' && attributes.PartName === `/${path}`,
  )
  const extension = path.slice(path.lastIndexOf('.') + 1)
  const fallback = elementsOf(types).find(
    ({ name, attributes }) => name === 'Default' && attributes.Extension === extension,
  )
  return (override ?? fallback)?.attributes.ContentType ?? ''
}

const folderOf = (part: string): string => part.slice(0, part.lastIndexOf('/') + 1)

const relationshipsPart = (part: string): string =>
  `${folderOf(part)}_rels/${part.slice(part.lastIndexOf('/') + 1)}.rels`

function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const path: string[] = []
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') path.pop()
    else if (step !== '.' && step !== '') path.push(step)
  }
  return path.join('/')
}
