import { expect, test } from 'vitest'
import type { Session } from '#shared/domain/session/session.ts'
import { snapshotFor } from '#shared/operations/feed/snapshotFor.ts'
import { statesFed, statesOf } from '#tests/operations/support/replica.ts'
import { preparedWorld } from './support/preparedWorld.ts'
import type { Laptop, SharedWorld } from './support/sharedWorld.ts'

/** What an authority would give this reader now, whole: the fold of everything, filtered by his rights. */
const givenTo = (world: SharedWorld, { user }: Laptop) => statesFed(snapshotFor(world.store, { user }).rows)

test('[SY3] [SY13] [SY23] [UC30] a whole meeting: every act is accepted, every copy is the fold that its reader may see', async () => {
  const world = await preparedWorld()
  const { meeting, memberId, secretariat } = world
  const chair = world.join('u-chair', 'chair', memberId('abgrall'))
  const members = (['bourdon', 'diallo', 'floch', 'hamon', 'kerleau'] as const).map((key) =>
    world.join(`u-${key}`, 'member', memberId(key)),
  )
  const instructor = world.join('u-instructor', 'instructor')
  const guest = world.join('u-guest', 'guest', memberId('jaffre'), [world.candidature(3).dossierId])
  const copies = [secretariat, chair, ...members, instructor, guest]
  const allEqual = (): void => {
    world.settle()
    for (const copy of copies)
      expect([copy.user, statesOf(copy.store)]).toEqual([copy.user, givenTo(world, copy)])
  }
  allEqual()
  await world.playUntil((act) => act.do === 'adopt-scenario')
  allEqual()
  await world.playUntil((act) => act.do === 'recuse')
  allEqual()
  await world.playUntil(() => false)
  allEqual()
  expect(world.refusedSince()).toEqual([])

  const closed = secretariat.whole.load('session', meeting.sessionId)?.state as Session
  expect(closed.status).toBe('closed')
  // Who may read all of it holds the very facts that were frozen: no copy of theirs differs from that of the authority.
  expect(statesOf(chair.store)).toEqual(statesOf(secretariat.store))
  // A copy taken now is the copy that was there all along.
  for (const [index, key] of (['bourdon', 'diallo', 'floch'] as const).entries()) {
    const anew = world.join(`u-${key}-2`, 'member', memberId(key))
    expect(statesOf(anew.store)).toEqual(statesOf((members[index] as Laptop).store))
  }
  // Recused before, recused in the room: nothing of the dossier is left.
  for (const [key, number] of [
    ['diallo', 5],
    ['diallo', 21],
    ['floch', 30],
    ['kerleau', 44],
    ['hamon', 33],
  ] as const) {
    const { store } = world.laptops.get(`u-${key}`) as Laptop
    const { id, dossierId } = world.candidature(number)
    expect(
      Object.keys(statesOf(store)).filter((entity) => entity.includes(id) && !entity.startsWith('recusal/')),
    ).toEqual([])
    expect(store.row('aggregate', `dossier/${dossierId}`)).toBe(null)
  }
})
