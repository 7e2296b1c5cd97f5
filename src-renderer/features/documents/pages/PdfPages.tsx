import type { PDFDocumentProxy } from 'pdfjs-dist'
import { useEffect, useState } from 'react'
import { Notice } from '../../../ui/Notice.tsx'
import { Spinner } from '../../../ui/Spinner.tsx'
import { words } from '../words.ts'
import { openPdf } from './openPdf.ts'
import { PdfPage } from './PdfPage.tsx'

/** Every page, drawn when it comes into sight. */
export function PdfPages({ bytes }: { bytes: Uint8Array }) {
  const [pdf, setPdf] = useState<PDFDocumentProxy | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  // Pages made anew take the place of those on show once they are open: nothing blinks, the place in the text stays.
  useEffect(() => {
    const opening = openPdf(bytes)
    let isAwaited = true
    opening.promise.then(
      (opened) => {
        if (!isAwaited) return
        isAwaited = false
        setPdf(opened)
      },
      (error: unknown) => {
        if (isAwaited) setFailure(String(error))
      },
    )
    return () => {
      if (isAwaited) void opening.destroy()
      isAwaited = false
    }
  }, [bytes])
  // Closed after its pages have stopped drawing: effects of what is inside end first.
  useEffect(() => (pdf === null ? undefined : () => void pdf.loadingTask.destroy()), [pdf])
  if (failure !== null) return <Notice tone="unfavourable">{failure}</Notice>
  if (pdf === null) return <Spinner>{words.drawing}</Spinner>
  return Array.from({ length: pdf.numPages }, (_, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a page is its number.
    <PdfPage key={index} pdf={pdf} number={index + 1} />
  ))
}
