import { readFile } from 'node:fs/promises'
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
    recognise: readDocument,
  }
}
