import { expect, test } from 'vitest'
import type { Session } from '#shared/domain/session/session.ts'
import { openDraft } from '#shared/operations/authority/draft.ts'
import { factsDigest } from '#shared/usecases/sessions/factsDigest.ts'
import { statesOf } from '#tests/operations/support/replica.ts'
import { preparedWorld } from './support/preparedWorld.ts'
import { digest } from './support/sharedWorld.ts'

test('[SY8] [SY13] [SY34] what comes after the closing is late and changes nothing; what follows it passes', async () => {
  const world = await preparedWorld()
  const { ask, memberId, meeting, secretariat } = world
  const { sessionId } = meeting
  const chair = world.join('u-chair', 'chair', memberId('abgrall'))
  const bourdon = world.join('u-bourdon', 'member', memberId('bourdon'))
  const kerleau = world.join('u-kerleau', 'member', memberId('kerleau'))
  const second = world.join('u-second', 'secretariat')
  await world.playUntil((act) => act.do === 'close')
  world.settle()

  // The facts are the same from every copy that may read all of them, and from the authority.
  const act = { at: '23:00', number: 'PV-2026-001' }
  const told = [world, secretariat, chair, second].map(({ store }) =>
    factsDigest(digest)(openDraft(store), sessionId, act),
  )
  expect(told[0]).toMatch(/^[0-9a-f]{64}$/)
  expect(new Set(told).size).toBe(1)

  // At home, without network, while the room closes.
  for (const laptop of [bourdon, kerleau, second]) laptop.online(false)
  const one = world.candidature(1)
  const key = { candidatureId: one.id, evaluatorId: memberId('bourdon') }
  await ask(bourdon, 'sheet.reopen', { ...key, reason: 'revoir' })
  await ask(kerleau, 'recusal.declare', {
    ...{ candidatureId: one.id, memberId: memberId('kerleau') },
    ...{ reason: 'lien', legalBasis: '' },
  })
  const itemId = meeting.itemIds.get(1) ?? ''
  await ask(second, 'session.write-debate', { sessionId, itemId, text: 'un mot de plus' })
  await ask(second, 'candidature.change', { candidatureId: one.id, set: { requestedCents: 100 } })

  await world.playUntil(() => false)
  expect(world.refusedSince()).toEqual([])
  const atClosing = statesOf(secretariat.store)
  for (const laptop of [bourdon, kerleau, second]) laptop.online(true)
  world.settle()
  expect(world.refusedSince().map(({ user, verdict }) => `${user} ${verdict}`)).toEqual([
    'u-bourdon late/dossier-decided',
    'u-kerleau late/dossier-decided',
    'u-second late/session-closed',
    'u-second late/dossier-decided',
  ])
  // Kept beside, applied nowhere: their authors see again what stands, with what became of theirs.
  expect(statesOf(secretariat.store)).toEqual(atClosing)
  expect(statesOf(second.store)).toEqual(atClosing)
  expect(bourdon.file.load('sheet', `${one.id}/${memberId('bourdon')}`)?.state.status).toBe('filed')
  for (const laptop of [bourdon, kerleau, second])
    expect([...laptop.store.scan('toRegularise')].length).toBe(laptop === second ? 2 : 1)

  // What follows the closing.
  await ask(secretariat, 'session.minutes-step', { sessionId, step: { to: 'submitted', on: '2026-05-25' } })
  await ask(second, 'session.rectify', {
    sessionId,
    date: '2026-06-01',
    rectification: { itemId: null, reason: 'faute de frappe', text: 'lire : Pontivy', corrected: null },
  })
  await ask(secretariat, 'session.record-act', {
    sessionId,
    act: {
      ...{ nature: 'deliberation', number: '2026-12', date: '2026-05-21', authority: 'le conseil' },
      ...{ transmittedOn: null, publishedOn: null },
    },
  })
  await ask(secretariat, 'instruction.change', { candidatureId: one.id, set: { notifiedOn: '2026-06-02' } })
  expect(world.refusedSince()).toEqual([])
  world.settle()
  const closed = chair.whole.load('session', sessionId)?.state as Session
  expect(closed.rectifications.map(({ text }) => text)).toEqual(['lire : Pontivy'])
  expect(closed.act?.number).toBe('2026-12')
  expect(statesOf(chair.store)).toEqual(statesOf(second.store))
})

test('[SY13] facts that the room does not know refuse the closing; once they are known it closes', async () => {
  const world = await preparedWorld()
  const { ask, tried, meeting, secretariat, memberId } = world
  const { sessionId } = meeting
  const second = world.join('u-second', 'secretariat')
  await world.playUntil((act) => act.do === 'close')
  const at = world.story.flatMap((act) => (act.do === 'close' ? act.at : []))[0] ?? ''
  // Elsewhere a capacity is put right that the minutes print, and the laptop of the room has not heard of it.
  secretariat.online(false)
  await ask(second, 'member.change', { memberId: memberId('floch'), set: { capacity: 'adjointe' } })
  await ask(secretariat, 'session.close', { sessionId, at })
  expect(secretariat.whole.load('session', sessionId)?.state.status).toBe('closed')
  secretariat.online(true)
  expect(world.refusedSince().map(({ verdict }) => verdict)).toEqual(['conflict/facts'])
  expect(secretariat.whole.load('session', sessionId)?.state.status).toBe('open')
  expect(await tried(secretariat, 'session.close', { sessionId, at })).toBe('ok')
  expect(world.refusedSince()).toEqual([])
  expect(world.store.row('aggregate', `session/${sessionId}`)?.state).toMatchObject({ status: 'closed' })
})
