import { SaxesParser } from 'saxes'
import { type DocumentIdentity, parseIdentity } from '#shared/domain/documents/documentIdentity.ts'
import { readFooter } from '#shared/domain/documents/readFooter.ts'
import { readDocxProperties, readDocxText } from './readDocx.ts'
import { readPdf } from './readPdf.ts'

/** A file that somebody hands in to be verified: what it says it is, and its text. */
export interface DocumentReading {
  readonly format: 'pdf' | 'docx'
  /** null when the file is none of ours. */
  readonly identity: DocumentIdentity | null
  /** What the foot of its pages says it is, when its properties say nothing: another program wrote the file [VF3]. */
  readonly visibleIdentity: DocumentIdentity | null
  readonly text: string
  /** null for a Word file. */
  readonly pageCount: number | null
}

/** Reads a PDF or a Word file; null when it is neither or cannot be read. Never throws [VF1]. */
export async function readDocument(bytes: Uint8Array): Promise<DocumentReading | null> {
  if (isArchive(bytes)) {
    const text = readDocxText(bytes)
    return text === null
      ? null
      : { format: 'docx', identity: identityOfDocx(bytes), visibleIdentity: null, text, pageCount: null }
  }
  const pdf = await readPdf(bytes)
  if (pdf === null) return null
  const identity = identityOfXmp(pdf.xmp)
  const visibleIdentity = identity === null ? (readFooter(pdf.furniture) ?? readFooter(pdf.text)) : null
  return { format: 'pdf', identity, visibleIdentity, text: pdf.text, pageCount: pdf.pageCount }
}

/** What the file says it is, or null. Never throws. */
export const readIdentity = async (bytes: Uint8Array): Promise<DocumentIdentity | null> =>
  (await readDocument(bytes))?.identity ?? null

const isArchive = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b

function identityOfDocx(bytes: Uint8Array): DocumentIdentity | null {
  const properties = readDocxProperties(bytes)
  return parseIdentity({
    kind: properties.get('delibere:kind'),
    number: properties.get('delibere:number'),
    factsDigest: properties.get('delibere:factsDigest'),
  })
}

function identityOfXmp(xmp: string | null): DocumentIdentity | null {
  if (xmp === null) return null
  const found: Record<string, string> = {}
  let name = ''
  const parser = new SaxesParser()
  parser.on('opentag', (tag) => {
    name = tag.name
  })
  parser.on('closetag', () => {
    name = ''
  })
  parser.on('text', (text) => {
    if (name.startsWith('delibere:')) found[name.slice('delibere:'.length)] = text
  })
  parser.on('error', () => undefined)
  try {
    parser.write(xmp).close()
  } catch {
    return null
  }
  return parseIdentity({ kind: found.kind, number: found.number, factsDigest: found.factsDigest })
}
