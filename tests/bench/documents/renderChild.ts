// One writing of the minutes in a process of its own, so that its peak of memory is its own: <maker> <items> <path to write>.
// Prints { ms, cpuMs, peakMb }; the time is that of the first one, fonts read and program loaded.
import { writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { DocumentModel } from '#shared/domain/documents/model.ts'
import { plainText } from '#shared/domain/documents/plainText.ts'
import { readFonts } from '#tests/documents/fixtures/fonts.ts'
import { timedAsync } from '../measure/timed.ts'
import type { Maker } from './makers.ts'
import { minutesOf } from './minutesOf.ts'

interface Written {
  readonly bytes: Uint8Array
  readonly ms: number
  readonly cpuMs: number
  readonly peakMb: number
}

/**
 * Each maker loads its own library and no other: what it weighs is part of its peak. What is made ready before the clock
 * starts (fonts, an empty template, the file to convert) is made here.
 */
const makers: Readonly<Record<Maker, (model: DocumentModel) => Promise<Written>>> = {
  'our-pdf': async (model) => {
    const { renderPdf } = await import('#main/adapters/documents/pdf/renderPdf.ts')
    const fonts = readFonts()
    return here(() => renderPdf(model, fonts))
  },
  'naive-pdf': async (model) => {
    const { drawNaively } = await import('./drawNaively.ts')
    const fonts = readFonts()
    return here(() => drawNaively(plainText(model), fonts.regular))
  },
  'pdfkit-pdf': async (model) => {
    const { drawWithPdfkit } = await import('./drawWithPdfkit.ts')
    return here(() => drawWithPdfkit(model))
  },
  'pdfmake-pdf': async (model) => {
    const { drawWithPdfmake } = await import('./drawWithPdfmake.ts')
    const fonts = readFonts()
    return here(() => drawWithPdfmake(model, fonts))
  },
  'office-pdf': async (model) => {
    const { renderDocx } = await import('#main/adapters/documents/docx/renderDocx.ts')
    const { convertWithLibreOffice } = await import('./convertWithLibreOffice.ts')
    const word = { bytes: await renderDocx(model), extension: 'docx' }
    return convertWithLibreOffice(dirname(path), word, 'pdf')
  },
  'our-docx': async (model) => {
    const { renderDocx } = await import('#main/adapters/documents/docx/renderDocx.ts')
    return here(() => renderDocx(model))
  },
  'bare-docx': async (model) => {
    const { writeBareDocx } = await import('./writeBareDocx.ts')
    return here(async () => writeBareDocx(plainText(model)))
  },
  'docxtemplater-docx': async (model) => {
    const { renderDocx } = await import('#main/adapters/documents/docx/renderDocx.ts')
    const { columnCountsOf, mergeWithDocxtemplater, minutesTemplate } = await import(
      './mergeWithDocxtemplater.ts'
    )
    const template = minutesTemplate(await renderDocx({ ...model, blocks: [] }), columnCountsOf(model))
    return here(async () => mergeWithDocxtemplater(model, template))
  },
  'office-docx': async (model) => {
    const { modelAsHtml } = await import('./modelAsHtml.ts')
    const { convertWithLibreOffice } = await import('./convertWithLibreOffice.ts')
    const html = { bytes: Buffer.from(modelAsHtml(model)), extension: 'html' }
    const options = ['--infilter=HTML (StarWriter)']
    return convertWithLibreOffice(dirname(path), html, 'docx:MS Word 2007 XML', options)
  },
}

async function here(write: () => Promise<Uint8Array>): Promise<Written> {
  const { value, ms, cpuMs } = await timedAsync(write)
  // libuv answers kilobytes on every system.
  return { bytes: value, ms, cpuMs, peakMb: process.resourceUsage().maxRSS / 1024 }
}

const [maker, items, path = ''] = process.argv.slice(2)
const { bytes, ...figures } = await makers[maker as Maker](minutesOf(Number(items)))
writeFileSync(path, bytes)
console.log(JSON.stringify(figures))
