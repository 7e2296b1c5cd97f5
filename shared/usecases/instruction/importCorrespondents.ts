import { counted } from '#shared/domain/documents/typography.ts'
import { readDate } from '#shared/domain/dossier/readDate.ts'
import type { Correspondent } from '#shared/domain/instruction/instruction.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { entityOf } from '#shared/operations/operation.ts'
import { loadOrRefuse } from '../loadOrRefuse.ts'
import { firstFaults } from '../marks/keyedMark.ts'
import type { CorrespondentRow, ReadCorrespondentsTable, Reader, UseCaseContext } from '../ports.ts'

/**
 * [UC28] To whom the letters of a call go, and when each request came: the whole table in one act, or nothing with the
 * lines at fault. An empty cell leaves what is known. Refusals: `entity.missing`, `import.lines-refused` with `lines`,
 * `import.nothing-found`, those of the reading.
 */
export async function importCorrespondents(
  context: UseCaseContext,
  readTable: ReadCorrespondentsTable,
  { callId, path }: { readonly callId: string; readonly path: string },
): Promise<Result<{ readonly candidatures: number }>> {
  const call = loadOrRefuse(context.file, 'call', callId)
  if (!call.ok) return call
  const table = await readTable(path)
  if (!table.ok) return table
  const rows = table.value.map((row) => readRow(context.file, callId, row))
  const faults = [...rows.flatMap((row) => ('fault' in row ? [row.fault] : [])), ...repeated(rows)]
  if (faults.length > 0) return refuse('import.lines-refused', { lines: firstFaults(faults) })
  const changes = rows.flatMap((row) => ('change' in row ? [row] : []))
  if (changes.length === 0) return refuse('import.nothing-found')
  const label = `Correspondants de ${counted(changes.length, 'candidature', 'candidatures')}`
  const written = context.file.transact({ actor: context.actor, label, undoable: true }, (transaction) => {
    for (const { candidatureId, change, receivedOn } of changes) {
      const emitted = transaction.emit('instruction.change@1', entityOf('instruction', candidatureId), {
        set: { correspondent: change, ...(receivedOn === null ? {} : { receivedOn }) },
      })
      if (!emitted.ok) return emitted
    }
    return ok(null)
  })
  return written.ok ? ok({ candidatures: changes.length }) : written
}

type ReadRow =
  | { readonly fault: string }
  | {
      readonly line: number
      readonly candidatureId: string
      readonly change: Partial<Correspondent>
      readonly receivedOn: string | null
    }

function readRow(reader: Reader, callId: string, row: CorrespondentRow): ReadRow {
  const at = (what: string): ReadRow => ({ fault: `ligne ${row.line} (${what})` })
  if (row.isBroken) return at('guillemet jamais refermé')
  if (row.number === '') return at('numéro de candidature absent')
  const candidatureId = reader.candidatureNumbered(callId, Number(row.number))
  if (candidatureId === null) return at(`pas de candidature n° ${row.number} dans l’appel`)
  const civility = civilities[row.civility.toLowerCase().replace(/\.$/u, '')]
  if (civility === undefined) return at(`civilité inconnue : « ${row.civility} »`)
  const received = row.receivedOn === '' ? null : readDate(row.receivedOn)
  if (received !== null && received.status !== 'certain') return at(`date illisible : « ${row.receivedOn} »`)
  const typed = { civility, name: row.name, capacity: row.capacity, address: row.address, email: row.email }
  const change = Object.fromEntries(Object.entries(typed).filter(([, text]) => text !== ''))
  return { line: row.line, candidatureId, change, receivedOn: received?.date ?? null }
}

const civilities: Readonly<Record<string, Correspondent['civility']>> = {
  '': '',
  'madame, monsieur': '',
  madame: 'Madame',
  mme: 'Madame',
  monsieur: 'Monsieur',
  m: 'Monsieur',
  mr: 'Monsieur',
}

/** Two lines for one candidature: which one counts is not ours to guess. */
function repeated(rows: readonly ReadRow[]): readonly string[] {
  const seen = new Map<string, number>()
  return rows.flatMap((row) => {
    if (!('candidatureId' in row)) return []
    const first = seen.get(row.candidatureId)
    seen.set(row.candidatureId, first ?? row.line)
    return first === undefined ? [] : [`ligne ${row.line} (même candidature que ligne ${first})`]
  })
}
