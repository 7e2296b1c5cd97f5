import * as fontkit from '@cantoo/fontkit'
import { PDFDocument, type PDFFont } from 'pdf-lib'

/** What a first attempt with pdf-lib would do: one font, words put on lines by width, `drawText` for each line. */
export async function drawNaively(text: string, fontBytes: Uint8Array): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  document.registerFontkit(fontkit as unknown as Parameters<PDFDocument['registerFontkit']>[0])
  const font = await document.embedFont(fontBytes, { subset: true })
  let page = document.addPage([595, 842])
  let y = top
  for (const line of text.split('\n').flatMap((paragraph) => wrap(font, paragraph))) {
    if (y < bottom) {
      page = document.addPage([595, 842])
      y = top
    }
    page.drawText(line, { x: left, y, size, font })
    y -= leading
  }
  return document.save()
}

const [size, leading, left, width, top, bottom] = [10, 14, 62, 471, 770, 76]

function wrap(font: PDFFont, paragraph: string): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of paragraph.split(/\s+/u)) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && font.widthOfTextAtSize(longer, size) > width) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return [...lines, line]
}
