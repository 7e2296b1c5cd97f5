/// <reference path="./pdfjsWorker.d.ts" />
import { getDocument, type PDFDocumentLoadingTask } from 'pdfjs-dist/legacy/build/pdf.mjs'

/**
 * Starts reading a PDF with pdf.js, in this process. `wasmUrl`: folder of what unpacks the pictures of fax and archive
 * scanners, for who looks at pictures.
 */
export async function openPdf(
  bytes: Uint8Array,
  pictures: { readonly wasmUrl?: string; readonly maxImageSize?: number } = {},
): Promise<PDFDocumentLoadingTask> {
  // The other half of the library, which it would look for in a file of its own: inside the packaged application there is
  // none. Once loaded, it is found.
  await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
  return getDocument({
    // A copy: pdf.js takes the buffer it is given away from us, and refuses a Buffer.
    data: new Uint8Array(bytes),
    verbosity: 0,
    disableFontFace: true,
    useWorkerFetch: false,
    ...pictures,
  })
}
