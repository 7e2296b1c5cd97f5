import type { DocumentModel } from '#shared/domain/documents/model.ts'
import type { FieldRecord } from '#shared/domain/documents/templates/fieldRecord.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { identityProperties } from '../docx/renderDocx.ts'
import { stableArchive } from '../docx/stableDocx.ts'
import { checkTags } from './checkTemplate.ts'
import { fillParts } from './filling/fillParts.ts'
import { prepareTags } from './filling/prepareTags.ts'
import { setProperties } from './filling/setProperties.ts'
import { takeMarksOff, tidyFilled } from './filling/tidyFilled.ts'
import { insertBody } from './grafting/insertBody.ts'
import { insertProof } from './grafting/insertProof.ts'
import { readStyleSheet } from './reading/styleSheet.ts'
import { textParts } from './tags/templatePlaces.ts'
import { declareContent, openWordPackage, writePart } from './xml/wordPackage.ts'

/**
 * [WT2] Fills a Word file of the committee. Same input, same bytes. Refusals: `template.unreadable`, `template.invalid`
 * with what is wrong and where, `template.missing-values` with every field that has nothing to print.
 */
export async function mergeTemplate(
  bytes: Uint8Array,
  fields: FieldRecord,
  body: DocumentModel,
): Promise<Result<Uint8Array>> {
  const word = openWordPackage(bytes)
  const parts = word === null ? null : textParts(word)
  if (word === null || parts === null) return refuse('template.unreadable')
  const { problems } = checkTags(word, parts)
  if (problems.length > 0)
    return refuse('template.invalid', {
      items: problems.slice(0, 100).map(({ sentence, place }) => `${sentence} (${place})`),
    })
  for (const { root } of parts) prepareTags(root)
  const { roots: filled, missing } = fillParts(parts, fields)
  if (missing.length > 0) return refuse('template.missing-values', { items: [...missing] })
  if (filled === null)
    return refuse('template.invalid', {
      items: ['une partie s’ouvre et se ferme à des endroits qui ne se répondent pas'],
    })
  const roots = new Map(filled)
  const { ownId } = readStyleSheet(word)
  for (const root of roots.values()) tidyFilled(root, ownId)
  const main = roots.get(word.main)
  if (main !== undefined) await insertBody({ word, path: word.main, root: main }, body)
  await insertProof(word, roots, body)
  for (const [path, root] of roots) {
    takeMarksOff(root)
    writePart(word, path, root)
  }
  setProperties(word, identityProperties(body))
  // A template of Word (.dotx) becomes a document.
  declareContent(word, { part: word.main }, documentType)
  return ok(stableArchive(Object.fromEntries(word.entries), body.frozenAt))
}

const documentType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
