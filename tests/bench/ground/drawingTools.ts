import { join } from 'node:path'
import { pageCodeReader } from '#main/adapters/documents/codes/pageCodeReader.ts'
import { signatureReader } from '#main/adapters/documents/signatures/signatureReader.ts'
import { templateEngine } from '#main/adapters/documents/templates/templateEngine.ts'
import { documentPress } from '#main/composition/documentPress.ts'
import { rootDir } from '#tests/support/rootDir.ts'

/** What draws and reads documents in the application. */
export const drawingTools = () => ({
  press: documentPress(join(rootDir, 'out', 'resources', 'fonts')),
  templates: templateEngine(),
  signatures: signatureReader(),
  pageCodes: pageCodeReader(),
})
