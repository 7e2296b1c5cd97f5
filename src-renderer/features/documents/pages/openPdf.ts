import { GlobalWorkerOptions, getDocument, type PDFDocumentLoadingTask, VerbosityLevel } from 'pdfjs-dist'
import workerAddress from 'pdfjs-dist/build/pdf.worker.min.mjs?url'

/**
 * Opens a PDF in the worker that ships with the application. Scripts of the document never run: this build draws pages and has
 * no scripting sandbox. The bytes are copied, for the worker takes what it is given.
 */
export function openPdf(bytes: Uint8Array): PDFDocumentLoadingTask {
  GlobalWorkerOptions.workerSrc = workerAddress
  // A document left while its pages are read is no news for the console.
  const verbosity = VerbosityLevel.ERRORS
  return getDocument({
    data: bytes.slice(),
    enableXfa: false,
    useWasm: false,
    stopAtErrors: false,
    verbosity,
  })
}
