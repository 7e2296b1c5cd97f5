import { openPdf } from './openPdf.ts'

/**
 * Prints a PDF from the application: each page is drawn for paper, one after the other, then handed to the printer of the
 * system. Pages are pictures on the way to the printer only; the file keeps its text. `onPage` tells how far it is.
 */
export async function printPdf(
  bytes: Uint8Array,
  onPage: (page: number, count: number) => void,
): Promise<void> {
  const opening = openPdf(bytes)
  const sheets = document.createElement('div')
  sheets.className = 'print-sheets'
  const addresses: string[] = []
  try {
    const pdf = await opening.promise
    for (let number = 1; number <= pdf.numPages; number += 1) {
      onPage(number, pdf.numPages)
      const page = await pdf.getPage(number)
      const viewport = page.getViewport({ scale: paperPixelsPerInch / pdfPointsPerInch })
      const canvas = new OffscreenCanvas(Math.floor(viewport.width), Math.floor(viewport.height))
      await page.render({
        // pdf.js draws on any 2D context; its type names that of an element.
        canvas: null,
        canvasContext: canvas.getContext('2d') as unknown as CanvasRenderingContext2D,
        viewport,
        intent: 'print',
      }).promise
      const address = URL.createObjectURL(await canvas.convertToBlob({ type: 'image/png' }))
      addresses.push(address)
      sheets.append(await sheetOf(address, viewport.width > viewport.height))
      page.cleanup()
    }
    document.body.append(sheets)
    window.print()
  } finally {
    sheets.remove()
    for (const address of addresses) URL.revokeObjectURL(address)
    await opening.destroy()
  }
}

const paperPixelsPerInch = 200
const pdfPointsPerInch = 72

async function sheetOf(address: string, isLandscape: boolean): Promise<HTMLImageElement> {
  const sheet = new Image()
  sheet.alt = ''
  sheet.src = address
  sheet.dataset.orientation = isLandscape ? 'landscape' : 'portrait'
  await sheet.decode()
  return sheet
}
