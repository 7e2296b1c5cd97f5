import { readFileSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { ok, refuse } from '#shared/kernel/result.ts'
import type { DocumentPress } from '#shared/usecases/ports.ts'
import { renderDocx } from '../adapters/documents/docx/renderDocx.ts'
import { type FontBytes, type MeasuredFonts, measureFonts } from '../adapters/documents/pdf/fontFamily.ts'
import { renderForSigning, renderPdf } from '../adapters/documents/pdf/renderPdf.ts'
import { renderTogether } from '../adapters/documents/pdf/renderTogether.ts'
import { readDocument } from '../adapters/documents/reading/readDocument.ts'
import { writeDocument } from '../adapters/documents/writing/writeDocument.ts'
import { writeFolder } from '../adapters/documents/writing/writeFolder.ts'

/** Nothing we make comes near it; a larger file is none of ours and is not loaded. */
const largestReadBytes = 256 * 1024 * 1024

/** The port `DocumentPress`; fonts are read at the first PDF, once for all of them. */
export function documentPress(fontsDir: string): DocumentPress {
  let measured: MeasuredFonts | null = null
  const fonts = (): MeasuredFonts => {
    measured ??= measureFonts(readFonts(fontsDir))
    return measured
  }
  return {
    render: (model, format) => (format === 'docx' ? renderDocx(model) : renderPdf(model, fonts())),
    renderTogether: (models, title) => renderTogether(models, title, fonts()),
    renderForSigning: (model) => renderForSigning(model, fonts()),
    writeFolder: (path, files, record) => writeFolder(path, files, record),
    write: async (path, bytes) => {
      const written = await writeDocument(path, bytes)
      return written.ok ? ok(null) : written
    },
    read: async (path) => {
      try {
        const found = await stat(path)
        // A device or a pipe may have no end.
        if (!found.isFile()) return refuse('input.invalid', { reason: 'ce n’est pas un fichier' })
        if (found.size > largestReadBytes)
          return refuse('input.invalid', { reason: 'le fichier est trop gros' })
        return ok(new Uint8Array(await readFile(path)))
      } catch {
        return refuse('file.missing', { path })
      }
    },
    recognise: readDocument,
  }
}

const readFonts = (fontsDir: string): FontBytes => {
  const read = (name: string): Uint8Array => new Uint8Array(readFileSync(join(fontsDir, `${name}.ttf`)))
  return {
    regular: read('SourceSans3_400Regular'),
    italic: read('SourceSans3_400Regular_Italic'),
    semibold: read('SourceSans3_600SemiBold'),
    semiboldItalic: read('SourceSans3_600SemiBold_Italic'),
    bold: read('SourceSans3_700Bold'),
  }
}
