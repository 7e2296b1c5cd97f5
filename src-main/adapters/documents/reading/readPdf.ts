import { openPdf } from './openPdf.ts'
import { readStructureOrder } from './readStructureOrder.ts'
import { unpackedFits } from './unpackedFits.ts'

/** What stands in a PDF, as far as it can be read. */
export interface PdfReading {
  /** The text in reading order, without heads, feet and labels of lists. */
  readonly text: string
  /** Heads and feet that are marked as such. */
  readonly furniture: string
  /** Source of the XMP packet, or null. */
  readonly xmp: string | null
  readonly pageCount: number
}

/**
 * Reads the text of a PDF for verification, in the order of its structure tree when it is tagged, else in the order
 * of drawing. null when it cannot be read: never throws, whatever the bytes [VF1].
 */
export async function readPdf(bytes: Uint8Array): Promise<PdfReading | null> {
  if (!startsLikePdf(bytes) || !unpackedFits(bytes)) return null
  try {
    const loading = await openPdf(bytes)
    try {
      const document = await loading.promise
      const drawn: DrawnText[] = []
      for (let page = 1; page <= document.numPages; page++) {
        const { items } = await (await document.getPage(page)).getTextContent({
          includeMarkedContent: true,
          disableNormalization: true,
        })
        drawn.push(...drawnTexts(page - 1, items as readonly TextItem[]))
      }
      const { metadata } = await document.getMetadata()
      const raw: unknown = metadata?.getRaw()
      return {
        text: inReadingOrder(
          drawn.filter(({ isArtifact }) => !isArtifact),
          await readStructureOrder(bytes),
        ),
        furniture: drawn
          .filter(({ isArtifact }) => isArtifact)
          .map(({ text }) => text)
          .join('\n'),
        xmp: typeof raw === 'string' ? raw : null,
        pageCount: document.numPages,
      }
    } finally {
      await loading.destroy()
    }
  } catch {
    return null
  }
}

/** The text of a PDF, or null when it cannot be read. Never throws. */
export const readPdfText = async (bytes: Uint8Array): Promise<string | null> =>
  (await readPdf(bytes))?.text ?? null

const startsLikePdf = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).includes('%PDF-')

/** Text of one marked stretch: `key` is page and content id, null outside any element. */
interface DrawnText {
  readonly key: string | null
  readonly isArtifact: boolean
  text: string
}

/** The shape of what pdf.js gives, texts and marks mixed. */
interface TextItem {
  readonly type?: string
  readonly tag?: string
  readonly id?: string
  readonly str?: string
  readonly hasEOL?: boolean
}

function drawnTexts(pageIndex: number, items: readonly TextItem[]): DrawnText[] {
  const texts: DrawnText[] = []
  const marks: {
    readonly isLabel: boolean
    readonly isArtifact: boolean
    readonly key: string | null
  }[] = []
  for (const item of items) {
    if (item.type === 'beginMarkedContent' || item.type === 'beginMarkedContentProps') {
      const outer = marks.at(-1)
      const contentId = /_mc(\d+)$/.exec(item.id ?? '')?.[1]
      const key = contentId === undefined ? (outer?.key ?? null) : `${pageIndex}:${contentId}`
      const isArtifact = outer?.isArtifact === true || item.tag === 'Artifact'
      marks.push({ isLabel: outer?.isLabel === true || item.tag === 'Lbl', isArtifact, key })
      if (contentId !== undefined) texts.push({ key, isArtifact, text: '' })
    } else if (item.type === 'endMarkedContent') {
      marks.pop()
    } else if (item.str !== undefined && marks.at(-1)?.isLabel !== true) {
      const key = marks.at(-1)?.key ?? null
      const isArtifact = marks.at(-1)?.isArtifact === true
      const last = texts.at(-1)
      const part = item.hasEOL === true ? `${item.str}\n` : item.str
      if (last !== undefined && last.key === key && last.isArtifact === isArtifact) last.text += part
      else texts.push({ key, isArtifact, text: part })
    }
  }
  return texts
}

function inReadingOrder(drawn: readonly DrawnText[], order: readonly string[] | null): string {
  const join = (texts: readonly string[]): string => texts.filter((text) => text.trim() !== '').join('\n')
  if (order === null) return join(drawn.map(({ text }) => text))
  const byKey = new Map<string, string>()
  for (const { key, text } of drawn) if (key !== null) byKey.set(key, (byKey.get(key) ?? '') + text)
  const ordered = order.map((key) => byKey.get(key) ?? '')
  // Text that no element owns was put there by somebody else: it must be seen.
  const known = new Set(order)
  const strays = drawn.filter(({ key }) => key === null || !known.has(key)).map(({ text }) => text)
  return join([...ordered, ...strays])
}
