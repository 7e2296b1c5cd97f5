import type { Candidature } from '#shared/domain/candidature/candidature.ts'
import { criteriaOf } from '#shared/domain/grid/criteriaOf.ts'
import type { Grid } from '#shared/domain/grid/grid.ts'
import { sheetId } from '#shared/domain/scoring/sheet.ts'
import { cents } from '#shared/kernel/cents.ts'
import { ok } from '#shared/kernel/result.ts'
import { entityOf } from '#shared/operations/operation.ts'
import type { Transaction } from '#shared/usecases/ports.ts'
import { callOf, gridOf, membersOf, scaled, value } from '#tests/domain/builders.ts'
import { entry } from '#tests/domain/session/sessionBuilders.ts'
import { act, createdFile, valueOf } from '#tests/sqlite/committeeOnDisk.ts'
import type { Sizes } from '../measure/contest.ts'
import { dice } from './dice.ts'
import { projectOf } from './projectOf.ts'
import { markingMember } from './writeBigFile.ts'

export const meetingId = 's1'

/**
 * A committee file in the middle of a meeting: `items` candidatures on the agenda of one open session, every member in
 * the room, every sheet filled on every criterion and filed but those of the member who marks, nothing decided yet. Answers its path; the file is closed.
 */
export async function writeMeeting(path: string, items: number, sizes: Sizes): Promise<string> {
  const { file } = await createdFile(path)
  const grid = gridOf(
    ...Array.from({ length: sizes.criteria }, (_, index) =>
      scaled(`C${String(index + 1).padStart(2, '0')}`, index + 1, '0-5'),
    ),
  )
  const memberIds = membersOf(sizes.members).map(({ id }) => id)
  valueOf(
    file.transact(act('Données du banc de mesure'), (transaction) => {
      addCommittee(transaction, grid, sizes)
      addMarkedCandidatures(transaction, grid, memberIds, items)
      openMeeting(transaction, memberIds, items)
      return ok(null)
    }),
  )
  file.close()
  return path
}

function addCommittee(
  transaction: Transaction,
  { id: gridId, status: _, ...grid }: Grid,
  sizes: Sizes,
): void {
  const { id: callId, ...call } = callOf({ envelopeCents: cents(500_000_00) })
  valueOf(
    transaction.emit('committee.define@1', entityOf('committee', 'instance'), {
      name: 'Comité',
      instanceType: 'commission_interne',
      decidingAuthority: '',
      place: '',
      recusalCounting: 'numerator',
    }),
  )
  valueOf(transaction.emit('grid.draft@1', entityOf('grid', gridId), grid))
  valueOf(transaction.emit('call.open@1', entityOf('call', callId), call))
  for (const { id, ...member } of membersOf(sizes.members))
    valueOf(transaction.emit('member.add@1', entityOf('member', id), member))
}

function addMarkedCandidatures(
  transaction: Transaction,
  grid: Grid,
  memberIds: readonly string[],
  items: number,
): void {
  const draw = dice(3)
  for (let number = 1; number <= items; number++) {
    const project = projectOf(draw, number, 60)
    valueOf(transaction.emit('dossier.register@1', entityOf('dossier', `d${number}`), project.dossier))
    valueOf(
      transaction.emit('candidature.submit@1', entityOf('candidature', `c${number}`), {
        dossierId: `d${number}`,
        callId: 'call-1',
        number,
        requestedCents: project.requestedCents as Candidature['requestedCents'],
        eligibleBaseCents: null,
        taxBasis: null,
        amountAsWritten: '',
        completeOn: null,
        toCheck: [],
        importId: null,
      }),
    )
    for (const memberId of memberIds) {
      const marks = criteriaOf(grid).map(({ code }) => [code, value(draw.roll(6) * 100)] as const)
      const sheet = entityOf('sheet', sheetId(`c${number}`, memberId))
      const filled = { gridId: grid.id, marks: Object.fromEntries(marks) }
      valueOf(transaction.emit('sheet.fill@1', sheet, filled))
      if (memberId !== markingMember) valueOf(transaction.emit('sheet.file@1', sheet, {}))
    }
  }
}

function openMeeting(transaction: Transaction, memberIds: readonly string[], items: number): void {
  const session = entityOf('session', meetingId)
  valueOf(
    transaction.emit('session.plan@1', session, {
      callId: 'call-1',
      date: '2026-03-12',
      place: '',
      convocation: null,
      secondConvocation: false,
      agenda: Array.from({ length: items }, (_, index) => entry(`i${index + 1}`, `c${index + 1}`)),
    }),
  )
  for (const memberId of memberIds)
    valueOf(transaction.emit('session.attend@1', session, { memberId, status: 'present' }))
  const [chairId = '', secretaryId = ''] = memberIds
  valueOf(transaction.emit('session.open@1', session, { at: '14:00', chairId, secretaryId }))
}
