import { expect, test } from 'vitest'
import type { Member } from '#shared/domain/committee/committee.ts'
import type { Session } from '#shared/domain/session/session.ts'
import type { SessionView } from '#shared/domain/session/sessionView.ts'
import { itemVoters } from '../../../src-renderer/features/sessions/steps/itemVoters.ts'

const person = (id: string, inOffice: boolean, substituteOf: string | null = null): Member => ({
  ...{ id, inOffice, substituteOf, firstName: '', lastName: id, capacity: '' },
  role: 'member',
  voice: 'deliberative',
})
const inRoom = { status: 'present', inRoom: true, movements: [] } as const

test('[UI6] a substitute who sits votes: the view has seated him, once', () => {
  const session: Pick<Session, 'attendance' | 'substitutions' | 'proxies'> = {
    attendance: { corre: inRoom, madec: inRoom, noel: inRoom },
    substitutions: { lebris: 'madec' },
    proxies: [],
  }
  const view = {
    session: session as Session,
    committee: { proxiesPerHolder: 1 } as SessionView['committee'],
    // As the view gives them: the full member has left the office, the substitute has entered it.
    members: [
      person('corre', true),
      person('lebris', false),
      person('madec', true, 'lebris'),
      person('noel', false, 'x'),
    ],
  }
  expect(itemVoters(view, { recusedIds: [] }).ids).toEqual(['corre', 'madec'])
})
