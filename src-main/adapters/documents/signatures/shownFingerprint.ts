import { createHash, type Hash } from 'node:crypto'
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFObject,
  type PDFPage,
  PDFRef,
  PDFStream,
} from 'pdf-lib'

/** What a PDF shows, in digests: two states of one file that have the same ones look the same. */
export interface ShownFingerprint {
  /** Content, fonts, pictures and size of each page. Pages that share their fonts change together when one is added. */
  readonly pages: readonly string[]
  /** What lies over each page: notes, stamps, fields; signatures set apart. */
  readonly notes: readonly string[]
  /** Layers, scripts and what runs at the opening. */
  readonly behaviour: string
}

/** Throws on a PDF that cannot be read. */
export async function shownFingerprint(pdf: Uint8Array): Promise<ShownFingerprint> {
  const document = await PDFDocument.load(pdf, {
    updateMetadata: false,
    // A cut object, passed over, would be read again from each of its bytes: minutes for one file.
    throwOnInvalidObject: true,
    ignoreEncryption: true,
  })
  const digest = digester(document)
  const names = document.catalog.lookup(PDFName.of('Names'))
  const scripts = names instanceof PDFDict ? names.get(PDFName.of('JavaScript')) : undefined
  const form = document.catalog.lookup(PDFName.of('AcroForm'))
  const xfa = form instanceof PDFDict ? form.get(PDFName.of('XFA')) : undefined
  return {
    pages: document
      .getPages()
      .map(({ node }) =>
        digest([
          node.Contents(),
          node.Resources(),
          node.MediaBox(),
          node.CropBox(),
          ...['Rotate', 'UserUnit'].map((key) => node.getInheritableAttribute(PDFName.of(key))),
        ]),
      ),
    notes: document.getPages().map((page) => digest(notesOf(page))),
    behaviour: digest([
      scripts,
      xfa,
      ...['OCProperties', 'OpenAction', 'AA'].map((key) => document.catalog.get(PDFName.of(key))),
    ]),
  }
}

function notesOf(page: PDFPage): readonly (PDFObject | undefined)[] {
  return (page.node.Annots()?.asArray() ?? []).filter((each) => {
    const note = page.doc.context.lookup(each)
    return !(note instanceof PDFDict) || !isSignature(note)
  })
}

/** The type of a field may stand in its parent. */
function isSignature(note: PDFDict): boolean {
  const parent = note.lookup(PDFName.of('Parent'))
  const type =
    note.lookup(PDFName.of('FT')) ?? (parent instanceof PDFDict ? parent.lookup(PDFName.of('FT')) : undefined)
  return type === PDFName.of('Sig')
}

/** Links upwards lead to everything else, and tagging is no picture. */
const passedOver: ReadonlySet<string> = new Set(['/Parent', '/P', '/StructParent', '/StructParents', '/Dest'])

/** Deeper than any drawing: the rest is not looked at, on both sides alike. */
const deepest = 60

function digester(document: PDFDocument): (values: readonly (PDFObject | undefined)[]) => string {
  const known = new Map<string, string>()
  const put = (hash: Hash, value: PDFObject | undefined, depth: number): void => {
    if (value === undefined || depth > deepest) hash.update('nothing;')
    else if (value instanceof PDFRef) hash.update(ofReference(value, depth))
    else if (value instanceof PDFArray) {
      hash.update(`[${value.size()};`)
      for (const each of value.asArray()) put(hash, each, depth + 1)
    } else if (value instanceof PDFDict) putDictionary(hash, value, depth)
    else if (value instanceof PDFStream) {
      putDictionary(hash, value.dict, depth)
      hash.update(value.getContents())
    } else hash.update(`${value.toString()};`)
  }
  const putDictionary = (hash: Hash, dictionary: PDFDict, depth: number): void => {
    // A signer writes the keys in the order it likes.
    const entries = dictionary
      .entries()
      .map(([key, value]) => ({ key: key.toString(), value }))
      .filter(({ key }) => !passedOver.has(key))
      .toSorted((a, b) => (a.key < b.key ? -1 : 1))
    hash.update(`<${entries.length};`)
    for (const { key, value } of entries) {
      hash.update(`${key} `)
      put(hash, value, depth + 1)
    }
  }
  const ofReference = (reference: PDFRef, depth: number): string => {
    const name = reference.toString()
    const before = known.get(name)
    if (before !== undefined) return before
    known.set(name, 'circle;')
    const hash = createHash('sha256')
    put(hash, document.context.lookup(reference), depth + 1)
    const digest = hash.digest('hex')
    known.set(name, digest)
    return digest
  }
  return (values) => {
    const hash = createHash('sha256')
    for (const value of values) put(hash, value, 0)
    return hash.digest('hex')
  }
}
