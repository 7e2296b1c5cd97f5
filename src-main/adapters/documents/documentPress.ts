import { readFile } from 'node:fs/promises'
import { renderCsv } from '#shared/domain/documents/renderCsv.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import type { DocumentPress } from '#shared/usecases/ports.ts'
import { renderDocx } from './docx/renderDocx.ts'
import type { FontBytes } from './pdf/fontFamily.ts'
import { renderPdf } from './pdf/renderPdf.ts'
import { readDocument } from './reading/readDocument.ts'
import { writeDocument } from './writing/writeDocument.ts'

/** The press of a host. Fonts are asked for at the first PDF, for a session may pass without one. */
export function documentPress(fonts: () => FontBytes | Promise<FontBytes>): DocumentPress {
  return {
    render: async (model, format) => (format === 'pdf' ? renderPdf(model, await fonts()) : renderDocx(model)),
    renderCsv: (rows) => new TextEncoder().encode(renderCsv(rows)),
    write: async (path, bytes) => {
      const written = await writeDocument(path, bytes)
      return written.ok ? ok(null) : written
    },
    read: async (path) => {
      try {
        return ok(new Uint8Array(await readFile(path)))
      } catch {
        return refuse('file.missing', { path })
      }
    },
    recognise: async (bytes) => {
      const reading = await readDocument(bytes)
      if (reading?.identity == null) return null
      return { format: reading.format, ...reading.identity, text: paragraphs(reading.text) }
    },
  }
}

const paragraphs = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/\s+/gu, ' ').trim())
    .filter((line) => line !== '')
