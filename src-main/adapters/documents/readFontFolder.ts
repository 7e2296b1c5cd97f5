import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FontBytes } from './pdf/fontFamily.ts'

/** The fonts that the build put into `folder` (`out/resources/fonts`). Throws when one is missing: the build is broken. */
export async function readFontFolder(folder: string): Promise<FontBytes> {
  const font = (name: string): Promise<Uint8Array> => readFile(join(folder, `SourceSans3_${name}.ttf`))
  const [regular, italic, semibold, semiboldItalic, bold] = await Promise.all([
    font('400Regular'),
    font('400Regular_Italic'),
    font('600SemiBold'),
    font('600SemiBold_Italic'),
    font('700Bold'),
  ])
  return { regular, italic, semibold, semiboldItalic, bold }
}
