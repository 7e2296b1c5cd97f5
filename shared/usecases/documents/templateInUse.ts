import type { DocumentKind } from '#shared/domain/documents/model.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import type { DocumentIssue } from '#shared/operations/documentIssue.ts'
import type { DocumentTemplate } from '#shared/operations/documentTemplate.ts'
import { entityOf } from '#shared/operations/operation.ts'
import type { Reader } from '../ports.ts'

/** The Word file that documents of a kind are made with. */
export interface WordTemplate {
  readonly ref: NonNullable<DocumentIssue['template']>
  /** As the committee calls it. */
  readonly name: string
  readonly word: Uint8Array
  /** Not made for this kind of document: it says who writes, around any of them. */
  readonly isLetterhead: boolean
}

/**
 * [DM2] The committee's own template in use for this kind, else its letterhead in use, else null: the one of the program.
 * Refusal: `template.missing` when its Word file is no longer in the file.
 */
export function templateInUse(reader: Reader, document: DocumentKind): Result<WordTemplate | null> {
  const used = reader.all('template').filter(({ inUse }) => inUse !== null)
  const template =
    used.find((each) => each.document === document) ?? used.find((each) => each.document === 'letterhead')
  return template?.inUse == null ? ok(null) : wordOf(reader, template, template.inUse)
}

/**
 * The template a document left with, whatever is in use today, even when its adding was undone since: versions stay for
 * ever. Refusal: `template.missing`.
 */
export function templateOf(
  reader: Reader,
  ref: NonNullable<DocumentIssue['template']>,
): Result<WordTemplate> {
  const template = templateStates(reader, ref.id).find(({ versions }) =>
    versions.some(({ version }) => version === ref.version),
  )
  return template === undefined ? refuse('template.missing') : wordOf(reader, template, ref.version)
}

/** What a template is now and was before, an undone adding included: no number of version ever serves twice. */
export function templateStates(reader: Reader, id: string): readonly DocumentTemplate[] {
  const now = reader.load('template', id)?.state
  const before = reader
    .history(entityOf('template', id))
    .flatMap(({ after }) => (after === null ? [] : [after as DocumentTemplate]))
  return now === undefined ? before : [now, ...before]
}

function wordOf(reader: Reader, template: DocumentTemplate, version: number): Result<WordTemplate> {
  const sha256 = template.versions.find((each) => each.version === version)?.sha256
  const word = sha256 === undefined ? null : reader.blob(sha256)
  return word === null
    ? refuse('template.missing')
    : ok({
        ref: { id: template.id, version },
        name: template.name,
        word,
        isLetterhead: template.document === 'letterhead',
      })
}
