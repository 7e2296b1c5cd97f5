import type { PDFDocumentProxy } from 'pdfjs-dist'
import { useEffect, useRef, useState } from 'react'
import { words } from '../words.ts'
import style from './Pages.module.css'

/** Points of the page to pixels of the screen: an A4 sheet is then 782 px wide. */
const scale = 1.3145

/** One page as it will be printed, with its text for who cannot see it. */
export function PdfPage({ pdf, number }: { pdf: PDFDocumentProxy; number: number }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [isNear, setNear] = useState(false)
  const [text, setText] = useState('')
  useEffect(() => {
    const place = canvas.current
    if (place === null) return
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setNear(true)
      },
      { rootMargin: '600px' },
    )
    observer.observe(place)
    return () => observer.disconnect()
  }, [])
  useEffect(() => {
    const place = canvas.current
    if (!isNear || place === null) return
    let isShown = true
    let stop = () => {}
    const draw = async () => {
      const page = await pdf.getPage(number)
      if (!isShown) return
      const viewport = page.getViewport({ scale: scale * window.devicePixelRatio })
      place.width = viewport.width
      place.height = viewport.height
      place.style.width = `${viewport.width / window.devicePixelRatio}px`
      const drawing = page.render({ canvas: place, viewport })
      stop = () => drawing.cancel()
      await drawing.promise
      const content = await page.getTextContent()
      if (isShown) setText(content.items.map((item) => ('str' in item ? item.str : '')).join(' '))
    }
    // A page that leaves the screen while it is drawn is cancelled: that is no failure.
    draw().catch((error: unknown) => {
      if (isShown) throw error
    })
    return () => {
      isShown = false
      stop()
    }
  }, [isNear, pdf, number])
  return (
    <figure className={style.page}>
      <canvas ref={canvas} className={style.canvas} />
      <figcaption className={style.number}>{words.page(number, pdf.numPages)}</figcaption>
      <p className="visually-hidden">{text}</p>
    </figure>
  )
}
