import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** Text of a PDF as drawn, page after page, without any white space: lines break where the page does. */
export async function pdfText(path: string): Promise<string> {
  const loading = getDocument({ data: new Uint8Array(readFileSync(path)), verbosity: 0 })
  const document = await loading.promise
  let text = ''
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent()
    text += items.map((item) => ('str' in item ? item.str : '')).join('')
  }
  await loading.destroy()
  return squeezed(text)
}

/** Text of the body and of the feet of a Word file, without any white space. */
export function wordText(path: string): string {
  const parts = unzipSync(readFileSync(path), {
    filter: ({ name }) => /^word\/(document|footer\d*)\.xml$/.test(name),
  })
  return squeezed(
    Object.values(parts)
      .map((part) => strFromU8(part).replace(/<[^>]*>/g, ''))
      .join('')
      .replaceAll('&amp;', '&')
      .replaceAll('&apos;', '’'),
  )
}

/** Without white space of any width. */
export const squeezed = (text: string): string => text.replace(/[\s\u202f\u00a0]+/g, '')
