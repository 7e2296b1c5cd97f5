import { readFileSync, writeFileSync } from 'node:fs'
import PizZip from 'pizzip'

/** A Word file with one more paragraph at its end, as somebody who edits it in Word leaves it. */
export function addParagraph(from: string, to: string, text: string): string {
  return editBody(from, to, (xml) => {
    const end = xml.lastIndexOf('<w:sectPr')
    return `${xml.slice(0, end)}<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>${xml.slice(end)}`
  })
}

/** A Word file where words were written instead of others; throws when they are not there. */
export function replaceWords(from: string, to: string, words: string, others: string): string {
  return editBody(from, to, (xml) => {
    if (!xml.includes(words)) throw new Error(`« ${words} » is not in ${from}`)
    return xml.replace(words, others)
  })
}

function editBody(from: string, to: string, edit: (xml: string) => string): string {
  const zip = new PizZip(readFileSync(from))
  const body = 'word/document.xml'
  zip.file(body, edit(zip.file(body)?.asText() ?? ''))
  writeFileSync(to, zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' }))
  return to
}
