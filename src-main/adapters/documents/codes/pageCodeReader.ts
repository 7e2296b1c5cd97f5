import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { PageCode } from '#shared/domain/documents/pageCode.ts'
import type { PageCodeReader } from '#shared/usecases/ports.ts'
import { largestFileBytes } from '../reading/limits.ts'
import { openPdf } from '../reading/openPdf.ts'
import { unpackedFits } from '../reading/unpackedFits.ts'
import { type CodeScanner, codeScanner } from './codeScanner.ts'
import { drawMarks } from './drawMarks.ts'
import { mostPixels } from './greyImage.ts'
import { pageMarks } from './pageMarks.ts'
import { pictureSize } from './pictureSize.ts'

/** Pages behind these are told as pages without a code. */
const mostPages = 500

/** The port `PageCodeReader`. Never throws [PC2]; nothing is loaded before the first scan. */
export function pageCodeReader(): PageCodeReader {
  let loading: Promise<CodeScanner> | null = null
  return {
    async read(scan) {
      try {
        if (scan.length > largestFileBytes) return null
        const size = pictureSize(scan)
        if (size !== null && size.width * size.height > mostPixels) return null
        loading ??= codeScanner().catch((error: unknown) => {
          loading = null
          throw error
        })
        const scanner = await loading
        return size === null ? await readPdf(scan, scanner) : [await scanner.inFile(scan)]
      } catch {
        return null
      }
    },
  }
}

async function readPdf(
  bytes: Uint8Array,
  scanner: CodeScanner,
): Promise<readonly (readonly PageCode[])[] | null> {
  if (!unpackedFits(bytes)) return null
  const loading = await openPdf(bytes, {
    maxImageSize: mostPixels,
    wasmUrl: `${dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))}/wasm/`,
  })
  try {
    const document = await loading.promise
    const pages: (readonly PageCode[])[] = []
    for (let number = 1; number <= document.numPages; number++) {
      if (number > mostPages) {
        pages.push([])
        continue
      }
      const page = await document.getPage(number)
      pages.push(await codesOf(page, scanner))
      // Decoded pictures are tens of megabytes a page.
      page.cleanup()
    }
    return pages
  } finally {
    await loading.destroy()
  }
}

/** Each picture as it is first: drawing it again on a sheet only loses sharpness. */
async function codesOf(page: PDFPageProxy, scanner: CodeScanner): Promise<readonly PageCode[]> {
  try {
    const marks = await pageMarks(page)
    const pictures = marks.flatMap((mark) => (mark.type === 'picture' ? [mark.image] : []))
    const found = new Map<string, PageCode>()
    for (const image of pictures.filter(({ width, height }) => Math.min(width, height) >= smallestSide))
      for (const code of await scanner.inGrey(image)) found.set(JSON.stringify(code), code)
    if (found.size === 0 && (pictures.length > 1 || marks.length > pictures.length)) {
      const [left = 0, bottom = 0, right = 0, top = 0] = page.view
      for (const code of await scanner.inGrey(drawMarks(marks, [left, bottom, right, top])))
        found.set(JSON.stringify(code), code)
    }
    return [...found.values()]
  } catch {
    return []
  }
}

/** The code itself is 25 modules wide. */
const smallestSide = 25
