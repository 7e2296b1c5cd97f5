// One rendering in a process of its own, so that its peak of memory is its own: <maker> <items> <path to write>.
// Prints { ms, peakMb }; the time is that of the first rendering, fonts read and program loaded.
import { writeFileSync } from 'node:fs'
import type { DocumentModel } from '#shared/domain/documents/model.ts'
import { plainText } from '#shared/domain/documents/plainText.ts'
import { readFonts } from '#tests/documents/fixtures/fonts.ts'
import { timedAsync } from '../measure/timed.ts'
import type { Maker } from './makers.ts'
import { minutesOf } from './minutesOf.ts'

type Render = (model: DocumentModel) => Promise<Uint8Array>

/** Each maker loads its own library and no other: what it weighs is part of its peak. */
const makers: Readonly<Record<Maker, () => Promise<Render>>> = {
  'our-pdf': async () => {
    const { renderPdf } = await import('#main/adapters/documents/pdf/renderPdf.ts')
    const fonts = readFonts()
    return (model) => renderPdf(model, fonts)
  },
  'naive-pdf': async () => {
    const { drawNaively } = await import('./drawNaively.ts')
    const fonts = readFonts()
    return (model) => drawNaively(plainText(model), fonts.regular)
  },
  'our-docx': async () => (await import('#main/adapters/documents/docx/renderDocx.ts')).renderDocx,
  'bare-docx': async () => {
    const { writeBareDocx } = await import('./writeBareDocx.ts')
    return async (model) => writeBareDocx(plainText(model))
  },
}

const [maker, items, path = ''] = process.argv.slice(2)
const model = minutesOf(Number(items))
const render = await makers[maker as Maker]()
const { value, ms, cpuMs } = await timedAsync(() => render(model))
// libuv answers kilobytes on every system.
const peakMb = process.resourceUsage().maxRSS / 1024
writeFileSync(path, value)
console.log(JSON.stringify({ ms, cpuMs, peakMb }))
