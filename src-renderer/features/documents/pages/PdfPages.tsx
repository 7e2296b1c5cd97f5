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
  useEffect(() => {
    const opening = openPdf(bytes)
    let isShown = true
    opening.promise.then(
      (opened) => isShown && setPdf(opened),
      (error: unknown) => isShown && setFailure(String(error)),
    )
    return () => {
      isShown = false
      void opening.destroy()
    }
  }, [bytes])
  if (failure !== null) return <Notice tone="unfavourable">{failure}</Notice>
  if (pdf === null) return <Spinner>{words.drawing}</Spinner>
  return Array.from({ length: pdf.numPages }, (_, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a page is its number.
    <PdfPage key={index} pdf={pdf} number={index + 1} />
  ))
}
