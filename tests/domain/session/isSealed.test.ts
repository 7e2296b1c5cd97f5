import { expect, test } from 'vitest'
import { isSealed } from '#shared/domain/session/isSealed.ts'
import type { AgendaItem, ItemOutcome, Session } from '#shared/domain/session/session.ts'
import { planned } from './sessionBuilders.ts'

const sealing: Session = { ...planned(), sealedMarks: true }
const [item] = sealing.agenda as readonly [AgendaItem]

test('[SC9] sealed from the preparation to the revealing, the outcome or the closing', () => {
  expect([
    isSealed(sealing, item),
    isSealed({ ...sealing, status: 'open' }, item),
    isSealed({ ...sealing, status: 'open' }, { ...item, marksRevealedAt: '18:40' }),
    isSealed({ ...sealing, status: 'open' }, { ...item, outcome: {} as ItemOutcome }),
    isSealed({ ...sealing, status: 'closed' }, item),
    isSealed({ ...sealing, sealedMarks: false }, item),
    isSealed(sealing, { ...item, kind: 'hearing' }),
  ]).toEqual([true, true, false, false, false, false, false])
})
