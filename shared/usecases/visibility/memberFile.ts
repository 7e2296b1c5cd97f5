import { refuse } from '#shared/kernel/result.ts'
import { type Entity, type OperationKind, parseEntity } from '#shared/operations/operation.ts'
import type { CommitteeFile, Transaction } from '../ports.ts'
import { type Hidden, hiddenFrom } from './hiddenFrom.ts'
import { memberReader } from './memberReader.ts'

/**
 * The open file in the hands of a member ([UC18], [UC19]): every reading hides what he must not see, and he writes his own
 * sheets and declares his own recusals. Anything else is refused with `view.not-allowed`. It is the only writer while
 * it is used: what is hidden changes with what is declared through it, and with nothing else.
 */
export function memberFile(file: CommitteeFile, memberId: string): CommitteeFile {
  const actor = { userId: memberId }
  let known: Hidden | null = null
  const hidden = (): Hidden => {
    known ??= hiddenFrom(file, memberId)
    return known
  }
  const forget = (): void => {
    known = null
  }
  const reader = memberReader(file, memberId, hidden)
  return {
    ...reader,
    fileId: file.fileId,
    path: file.path,
    transact: (act, work) =>
      file.transact({ ...act, actor }, (transaction) =>
        work(memberTransaction(transaction, memberId, forget)),
      ),
    transactInSlices: async () => refuse('view.not-allowed'),
    undo: () => (reader.nextActs().undo === null ? refuse('undo.nothing') : file.undo(actor)),
    redo: () => (reader.nextActs().redo === null ? refuse('undo.nothing') : file.redo(actor)),
    remember: (place, value) => file.remember(`${memberId}/${place}`, value),
    // The wall goes on showing what the secretary sent.
    recall: (place) => file.recall(place.startsWith('projection/') ? place : `${memberId}/${place}`),
    // Where a file is damaged may name a dossier, and what was checked counts them.
    doctor: () => {
      const { sound } = file.doctor()
      const verdict = sound ? 'conforme' : 'Le fichier n’est pas conforme.'
      return { sound, verdict, checked: { commits: 0, operations: 0, aggregates: 0 } }
    },
    close: () => file.close(),
  }
}

/** `forget`: a recusal was written, here or for the file once this is committed. */
function memberTransaction(transaction: Transaction, memberId: string, forget: () => void): Transaction {
  let known: Hidden | null = null
  const hidden = (): Hidden => {
    known ??= hiddenFrom(transaction, memberId)
    return known
  }
  return {
    ...memberReader(transaction, memberId, hidden),
    emit: (kind, entity, data, onBehalfOf) => {
      if (!mayWrite(kind, entity, memberId, hidden())) return refuse('view.not-allowed')
      if (parseEntity(entity).kind === 'recusal') {
        known = null
        forget()
      }
      return transaction.emit(kind, entity, data, onBehalfOf)
    },
    putBlob: () => {
      throw new Error('a member freezes nothing')
    },
  }
}

function mayWrite(kind: OperationKind, entity: Entity, memberId: string, hidden: Hidden): boolean {
  if (!ownKinds.has(kind)) return false
  const [candidatureId = '', authorId] = parseEntity(entity).id.split('/')
  return authorId === memberId && !hidden.candidatureIds.has(candidatureId)
}

const ownKinds: ReadonlySet<OperationKind> = new Set([
  'sheet.mark@1',
  'sheet.file@1',
  'sheet.reopen@1',
  'recusal.declare@1',
])
