import type { HistoryLine } from '#shared/domain/history/historyLine.ts'
import type { Session } from '#shared/domain/session/session.ts'
import { type AggregateKind, type Entity, parseEntity } from '#shared/operations/operation.ts'
import { memberName } from '../memberName.ts'
import type { HistoryEntry, Reader } from '../ports.ts'
import { sealedCandidatures } from '../ranking/sealedCandidatures.ts'
import { fieldLabel } from './fieldLabels.ts'
import { isPaperwork, paperworkChanges } from './paperworkChanges.ts'
import { sessionChanges } from './sessionChanges.ts'
import { valueInWords } from './valueInWords.ts'

/** Who changed what, when, before and after; newest first. Sealed marks are not told ([SC9]). */
export function viewHistory(reader: Reader, entity: Entity): readonly HistoryLine[] {
  const sealed = areMarksSealed(reader, entity)
  const { kind } = parseEntity(entity)
  return reader
    .history(entity)
    .map((entry) => ({
      version: entry.version,
      at: entry.at,
      who: authorName(reader, entry),
      onBehalfOf: entry.onBehalfOf === null ? null : memberName(reader, entry.onBehalfOf),
      label: entry.label,
      changes: changesIn(reader, kind, entry, sealed),
      ...receiptOf(entry),
    }))
    .reverse()
}

const receiptOf = ({ shared }: HistoryEntry): Pick<HistoryLine, 'receipt'> =>
  shared === undefined
    ? {}
    : { receipt: shared.order === null ? null : { place: shared.order.g, at: shared.order.at } }

/** A kind of aggregate has states of that kind only. */
function changesIn(
  reader: Reader,
  kind: AggregateKind,
  entry: HistoryEntry,
  sealed: boolean,
): HistoryLine['changes'] {
  if (kind === 'session')
    return sessionChanges(entry.before as Session | null, entry.after as Session | null, (id) =>
      memberName(reader, id),
    )
  return isPaperwork(kind)
    ? paperworkChanges(kind, entry.before as never, entry.after as never)
    : changesOf(entry, sealed)
}

/** Of a shared file, whoever wrote bears the name that the directory of the centre gives, member or not. */
function authorName(reader: Reader, { userId, shared }: HistoryEntry): string {
  const isMember = reader.load('member', userId) !== null
  if (!isMember && shared?.author != null) return shared.author
  return userId === 'secretary' ? 'Secrétariat' : memberName(reader, userId)
}

/** From whoever reads: an author sees the marks of his own sheet. */
function areMarksSealed(reader: Reader, entity: Entity): boolean {
  const { kind, id } = parseEntity(entity)
  const [candidatureId = '', evaluatorId] = id.split('/')
  if (kind !== 'sheet' || evaluatorId === reader.viewerId) return false
  const candidature = reader.load('candidature', candidatureId)?.state
  return candidature !== undefined && sealedCandidatures(reader, candidature.callId).has(candidatureId)
}

function changesOf({ before, after }: HistoryEntry, sealed: boolean): HistoryLine['changes'] {
  const inWords = (field: string, value: unknown): string =>
    sealed && field === 'marks' ? 'scellées' : valueInWords(field, value)
  const from: Readonly<Record<string, unknown>> = { ...before }
  const to: Readonly<Record<string, unknown>> = { ...after }
  const fields = [...new Set([...Object.keys(from), ...Object.keys(to)])]
  return fields
    .filter((field) => JSON.stringify(from[field]) !== JSON.stringify(to[field]))
    .map((field) => ({
      field: fieldLabel(field),
      before: inWords(field, from[field]),
      after: inWords(field, to[field]),
    }))
}
