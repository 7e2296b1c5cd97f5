import { signatureFields } from './signatureFields.ts'

/** A document comes back with a handful of updates; more are none that a parapheur made. */
const mostRevisions = 20

/**
 * The file as it may have been before its first signature was added: a PDF grows by its end, and each of its states ends
 * with « %%EOF », a line end following or not. Newest first; empty when it bears no signature.
 */
export async function earlierRevisions(pdf: Uint8Array): Promise<readonly Uint8Array[]> {
  const [first] = await signatureFields(pdf)
  if (first === undefined) return []
  const source = Buffer.from(pdf.buffer, pdf.byteOffset, Math.min(pdf.length, first.end))
  const found: Uint8Array[] = []
  // The mark that ends the signed state itself is not one of an earlier state.
  let mark = source.lastIndexOf(endMark, Math.max(0, source.length - endMark.length - 8))
  while (mark >= 0 && found.length < mostRevisions * lineEnds.length) {
    const end = mark + endMark.length
    for (const lineEnd of lineEnds)
      if (source.toString('latin1', end, end + lineEnd.length) === lineEnd)
        found.push(pdf.subarray(0, end + lineEnd.length))
    mark = mark === 0 ? -1 : source.lastIndexOf(endMark, mark - 1)
  }
  return found
}

const endMark = '%%EOF'
const lineEnds = ['', '\n', '\r', '\r\n'] as const
