import type { DocumentDraft } from '#shared/domain/documents/draft.ts'
import type { DocumentModel } from '#shared/domain/documents/model.ts'
import { ok, type Result } from '#shared/kernel/result.ts'
import type { DocumentIssue, IssuedContent } from '#shared/operations/documentIssue.ts'
import type { DocumentPress, Reader, TemplateEngine } from '../ports.ts'
import { templateInUse, type WordTemplate } from './templateInUse.ts'

/** What draws documents: the press, and the engine of the committee's Word templates. */
export interface DrawingTools {
  readonly press: DocumentPress
  readonly templates: TemplateEngine
}

/** A draft laid out with the template in use: all that its bytes are drawn from. */
export interface LaidOutDraft {
  readonly content: IssuedContent
  /** The Word file filled; null when the template is the one of the program. */
  readonly word: Uint8Array | null
  readonly template: DocumentIssue['template']
}

/**
 * The committee's template in use for the kind (else its letterhead, else the one of the program) filled with the draft;
 * the PDF of a Word template is drawn from what the filled file says. Refusals: those of `templateInUse` and of the
 * `TemplateEngine`.
 */
export async function layOutDraft(
  reader: Reader,
  { templates }: DrawingTools,
  draft: DocumentDraft,
): Promise<Result<LaidOutDraft>> {
  const chosen = templateInUse(reader, draft.model.kind)
  if (!chosen.ok) return chosen
  return chosen.value === null
    ? ok({ content: { format: 1, model: draft.model, merged: null }, word: null, template: null })
    : filled(templates, chosen.value, draft)
}

/** Its bytes; the same ones each time it is asked. */
export const drawLaidOut = async (
  { press }: DrawingTools,
  { content, word }: Pick<LaidOutDraft, 'content' | 'word'>,
  format: 'pdf' | 'docx',
): Promise<Uint8Array> => (format === 'docx' && word !== null ? word : press.render(content.model, format))

async function filled(
  templates: TemplateEngine,
  template: WordTemplate,
  { model: whole, fields }: DocumentDraft,
): Promise<Result<LaidOutDraft>> {
  const { ref, word: empty, isLetterhead } = template
  const body = namingTemplate(template, isLetterhead ? withoutSender(whole) : whole)
  const word = await templates.merge(empty, fields, body)
  if (!word.ok) return word
  const model = templates.readModel(word.value, body)
  return model.ok
    ? ok({
        content: { format: 1, model: model.value, merged: { fields, body } },
        word: word.value,
        template: ref,
      })
    : model
}

/** [TM6] The kind is still read in the foot by the template of the program, the first that it names. */
const namingTemplate = ({ name, ref }: WordTemplate, model: DocumentModel): DocumentModel => ({
  ...model,
  template: `${model.template}, «\u00A0${shortened(name)}\u00A0» v${ref.version}`,
})

/** The foot is one line. */
const shortened = (name: string): string => {
  const letters = [...name]
  return letters.length > mostLetters
    ? `${letters
        .slice(0, mostLetters - 1)
        .join('')
        .trimEnd()}…`
    : name
}

const mostLetters = 32

/** What a letter says above the address is who writes: the letterhead says it already. */
function withoutSender(model: DocumentModel): DocumentModel {
  const address = model.blocks.findIndex(({ type }) => type === 'address')
  const isLetter = address > 0 && model.blocks.slice(0, address).every(({ type }) => type === 'paragraph')
  return isLetter ? { ...model, blocks: model.blocks.slice(address) } : model
}
