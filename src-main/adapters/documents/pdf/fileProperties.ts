import { createHash } from 'node:crypto'
import { type DocumentIdentity, identityOf } from '#shared/domain/documents/documentIdentity.ts'
import type { DocumentModel } from '#shared/domain/documents/model.ts'
import { printableText } from '#shared/domain/documents/printableText.ts'
import { localInstant } from '../localInstant.ts'

/** What a file says of itself, printable. */
export interface FileProperties {
  readonly title: string
  readonly author: string
  readonly language: string
  /** Local instant, « 2026-11-22T17:05:00 »: rendering has no clock. */
  readonly madeAt: string
  /** null for a file of several documents. */
  readonly identity: DocumentIdentity | null
  /** Thirty-two hexadecimal digits that depend on what the file holds. */
  readonly fileId: string
}

export const propertiesOf = (model: DocumentModel): FileProperties => ({
  title: printableText(model.title),
  author: printableText(model.author),
  language: model.language,
  madeAt: localInstant(model.frozenAt),
  identity: { ...identityOf(model), number: printableText(model.number) },
  fileId: fileId([model]),
})

/** Dated by the last of its documents. */
export function togetherProperties(models: readonly DocumentModel[], title: string): FileProperties {
  const authors = new Set(models.map(({ author }) => printableText(author)))
  const dates = models.map(({ frozenAt }) => localInstant(frozenAt)).toSorted()
  return {
    title: printableText(title),
    author: [...authors].join(', '),
    language: models[0]?.language ?? 'fr-FR',
    madeAt: dates.at(-1) ?? localInstant(''),
    identity: null,
    fileId: fileId(models),
  }
}

function fileId(models: readonly DocumentModel[]): string {
  const hash = createHash('sha256')
  for (const model of models) {
    const { kind, number, factsDigest } = identityOf(model)
    hash.update(JSON.stringify([kind, number, factsDigest]))
  }
  return hash.digest('hex').slice(0, 32)
}
