import type { HistoryLine } from '#shared/domain/history/historyLine.ts'
import type { Entity } from '#shared/operations/operation.ts'
import { memberName } from '../memberName.ts'
import type { HistoryEntry, Reader } from '../ports.ts'
import { fieldLabel } from './fieldLabels.ts'
import { valueInWords } from './valueInWords.ts'

/** Who changed what, when, before and after; newest first. */
export function viewHistory(reader: Reader, entity: Entity): readonly HistoryLine[] {
  return reader
    .history(entity)
    .map((entry) => ({
      version: entry.version,
      at: entry.at,
      who: profileName(entry.userId),
      onBehalfOf: entry.onBehalfOf === null ? null : memberName(reader, entry.onBehalfOf),
      label: entry.label,
      changes: changesOf(entry),
    }))
    .reverse()
}

const profileName = (userId: string): string => (userId === 'secretary' ? 'Secrétariat' : userId)

function changesOf({ before, after }: HistoryEntry): HistoryLine['changes'] {
  const from: Readonly<Record<string, unknown>> = { ...before }
  const to: Readonly<Record<string, unknown>> = { ...after }
  const fields = [...new Set([...Object.keys(from), ...Object.keys(to)])]
  return fields
    .filter((field) => JSON.stringify(from[field]) !== JSON.stringify(to[field]))
    .map((field) => ({
      field: fieldLabel(field),
      before: valueInWords(field, from[field]),
      after: valueInWords(field, to[field]),
    }))
}
