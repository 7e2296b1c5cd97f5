import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber, PDFRef, PDFString } from 'pdf-lib'

/** One signature of a PDF as its dictionary says it; nothing is checked yet but the place of its bytes. */
export interface SignatureField {
  /** « ETSI.CAdES.detached », « adbe.pkcs7.detached », « ETSI.RFC3161 » (time stamp of the document)… */
  readonly procedure: string
  /** The CMS envelope, with the zeros that fill its place. */
  readonly envelope: Uint8Array
  /** What was signed; null when the signature leaves out more than its own place, or is not of this file. */
  readonly signed: Uint8Array | null
  /** Length of the file as it was signed, in bytes. */
  readonly end: number
  /** Instant that the dictionary says (/M); null when none. */
  readonly saidAt: Date | null
}

/** A PDF signed fifty times is no document of a committee. */
const mostSignatures = 50
const mostFields = 5_000

/** The signatures of the form of a PDF, in the order they were added. Throws on a PDF that cannot be read. */
export async function signatureFields(pdf: Uint8Array): Promise<readonly SignatureField[]> {
  const document = await PDFDocument.load(pdf, {
    updateMetadata: false,
    // A cut object, passed over, would be read again from each of its bytes: minutes for one file.
    throwOnInvalidObject: true,
    ignoreEncryption: true,
  })
  const form = document.catalog.lookupMaybe(PDFName.of('AcroForm'), PDFDict)
  const found = new Set<PDFDict>()
  const seen = new Set<unknown>()
  const pending: unknown[] = [form?.lookup(PDFName.of('Fields'))]
  // An explicit stack: a hostile tree may be deeper than the call stack, or turn in circles.
  while (pending.length > 0 && seen.size < mostFields) {
    const next = pending.pop()
    const node = next instanceof PDFRef ? document.context.lookup(next) : next
    if (node === undefined || seen.has(node)) continue
    seen.add(node)
    if (node instanceof PDFArray) pending.push(...node.asArray().slice(0, mostFields))
    if (!(node instanceof PDFDict)) continue
    pending.push(node.get(PDFName.of('Kids')))
    const value = node.lookup(PDFName.of('V'))
    if (value instanceof PDFDict && value.has(PDFName.of('ByteRange'))) found.add(value)
  }
  return [...found]
    .slice(0, mostSignatures)
    .map((dictionary) => read(dictionary, pdf))
    .toSorted((a, b) => a.end - b.end)
}

function read(dictionary: PDFDict, pdf: Uint8Array): SignatureField {
  const contents = dictionary.lookup(PDFName.of('Contents'))
  const envelope =
    contents instanceof PDFHexString || contents instanceof PDFString ? contents.asBytes() : new Uint8Array()
  const procedure = dictionary.lookup(PDFName.of('SubFilter'))
  const range = dictionary.lookup(PDFName.of('ByteRange'))
  const numbers =
    range instanceof PDFArray && range.size() === 4
      ? range.asArray().map((each) => (each instanceof PDFNumber ? each.asNumber() : -1))
      : []
  const [from = -1, before = -1, resume = -1, after = -1] = numbers
  const end = resume + after
  const isWhole =
    from === 0 &&
    numbers.every((each) => Number.isSafeInteger(each) && each >= 0) &&
    before < resume &&
    end <= pdf.length &&
    isPlaceOf(envelope, pdf.subarray(before, resume))
  const signed = isWhole ? new Uint8Array(before + after) : null
  signed?.set(pdf.subarray(0, before), 0)
  signed?.set(pdf.subarray(resume, end), before)
  return {
    procedure: procedure instanceof PDFName ? procedure.decodeText() : '',
    envelope,
    signed,
    end: Math.max(0, end),
    saidAt: saidAt(dictionary.lookup(PDFName.of('M'))),
  }
}

/** What a signature leaves out is its own envelope and nothing else: anything more could be changed unseen. */
function isPlaceOf(envelope: Uint8Array, gap: Uint8Array): boolean {
  const text = Buffer.from(gap.buffer, gap.byteOffset, gap.length).toString('latin1').trim()
  if (!text.startsWith('<') || !text.endsWith('>')) return false
  const digits = text.slice(1, -1).replace(/\s+/gu, '')
  return /^[0-9a-f]*$/iu.test(digits) && Buffer.from(digits, 'hex').equals(Buffer.from(envelope))
}

/** « D:20260312140500+01'00' ». */
function saidAt(value: unknown): Date | null {
  if (!(value instanceof PDFString || value instanceof PDFHexString)) return null
  const match =
    /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?(?:Z|([+-])(\d\d)'?(\d\d)?)?/u.exec(value.decodeText()) ?? []
  const [, year, month, day, hour, minute, second = '00', sign, hours = '00', minutes = '00'] = match
  if (year === undefined) return null
  const zone = sign === undefined ? 'Z' : `${sign}${hours}:${minutes}`
  const date = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`)
  return Number.isNaN(date.getTime()) ? null : date
}
