import type { DocumentPress, TemplateEngine } from '../ports.ts'

/** What reads and writes Word templates: the files of the disk, and the engine that understands them. */
export interface TemplateTools {
  readonly press: Pick<DocumentPress, 'read' | 'write'>
  readonly templates: TemplateEngine
}
