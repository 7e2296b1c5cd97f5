import { expect, test } from 'vitest'
import type { Session } from '#shared/domain/session/session.ts'
import { statesOf } from '#tests/operations/support/replica.ts'
import { proposalOf } from '../../scripts/meeting/playMeeting.ts'
import { type PreparedWorld, preparedWorld } from './support/preparedWorld.ts'
import type { Laptop } from './support/sharedWorld.ts'

// Two people at one thing, far from each other: what each did is there, or its refusal is.

const verdicts = (world: PreparedWorld): readonly string[] =>
  world.refusedSince().map(({ user, verdict }) => `${user} ${verdict}`)

/** Both act without hearing of each other; the first is heard first. */
async function apart(
  world: PreparedWorld,
  [one, first]: readonly [Laptop, () => Promise<unknown>],
  [other, second]: readonly [Laptop, () => Promise<unknown>],
): Promise<void> {
  world.settle()
  world.refusedSince()
  one.online(false)
  other.online(false)
  await first()
  await second()
  one.online(true)
  other.online(true)
  world.settle()
}

const sessionOf = (world: PreparedWorld, laptop: Laptop): Session =>
  laptop.whole.load('session', world.meeting.sessionId)?.state as Session

test('[UC27] [SY11] two people who each fill one field of a group leave each other’s as it is', async () => {
  const world = await preparedWorld()
  const { secretariat, ask } = world
  const second = world.join('u-second', 'secretariat')
  const instructor = world.join('u-instructor', 'instructor')
  const { id: candidatureId, dossierId } = world.candidature(1)
  const { callId } = world.meeting
  await apart(
    world,
    [
      secretariat,
      async () => {
        await ask(secretariat, 'issuer.change', {
          set: { agent: { name: 'Mme Rault' }, court: { name: 'TA de Rennes' } },
        })
        await ask(secretariat, 'call.change', { callId, set: { awardTerms: { payment: 'en une fois' } } })
        await ask(secretariat, 'instruction.change', {
          candidatureId,
          set: {
            correspondent: { name: 'M. Quéré' },
            award: { payment: 'en deux fois' },
            agreement: { iban: 'FR76' },
            inadmissibility: { legal: 'article 2' },
          },
        })
        await ask(secretariat, 'dossier.change', { dossierId, set: { applicant: { population: 900 } } })
      },
    ],
    [
      second,
      async () => {
        await ask(second, 'issuer.change', {
          set: { agent: { phone: '02 97 00 00 00' }, court: { address: 'Rennes' } },
        })
        await ask(second, 'call.change', { callId, set: { awardTerms: { budgetLine: '6574' } } })
        await ask(second, 'instruction.change', {
          candidatureId,
          set: {
            correspondent: { capacity: 'maire' },
            award: { lapsesOn: '2027-12-31' },
            agreement: { authorisation: 'délibération' },
            inadmissibility: { factual: 'hors délai' },
          },
        })
        await ask(second, 'dossier.change', { dossierId, set: { applicant: { siren: '215600156' } } })
      },
    ],
  )
  expect(verdicts(world)).toEqual([])
  const { whole } = instructor
  expect(whole.load('issuer', 'issuer')?.state).toMatchObject({
    agent: { name: 'Mme Rault', phone: '02 97 00 00 00' },
    court: { name: 'TA de Rennes', address: 'Rennes' },
  })
  expect(whole.load('call', callId)?.state.awardTerms).toMatchObject({
    payment: 'en une fois',
    budgetLine: '6574',
  })
  expect(whole.load('instruction', candidatureId)?.state).toMatchObject({
    correspondent: { name: 'M. Quéré', capacity: 'maire', email: '' },
    award: { payment: 'en deux fois', lapsesOn: '2027-12-31' },
    agreement: { iban: 'FR76', authorisation: 'délibération' },
    inadmissibility: { legal: 'article 2', factual: 'hors délai' },
  })
  expect(whole.load('dossier', dossierId)?.state.applicant).toMatchObject({
    population: 900,
    siren: '215600156',
  })

  // The same field of what is guarded: the second is asked to look.
  await apart(
    world,
    [
      secretariat,
      () => ask(secretariat, 'dossier.change', { dossierId, set: { applicant: { name: 'Berric' } } }),
    ],
    [second, () => ask(second, 'dossier.change', { dossierId, set: { applicant: { name: 'Molac' } } })],
  )
  expect(verdicts(world)).toEqual(['u-second conflict/changed-meanwhile'])
  expect(second.whole.load('dossier', dossierId)?.state.applicant).toMatchObject({ name: 'Berric' })
  expect(statesOf(second.store)).toEqual(statesOf(secretariat.store))
})

test('[SY31] [SY52] two secretaries who decide the same point at once: the first stands, the second is asked to look', async () => {
  const world = await preparedWorld()
  const { secretariat, ask, meeting } = world
  const second = world.join('u-second', 'secretariat')
  await world.playUntil((act) => act.do === 'decide')
  const decide = world.story.find((act) => act.do === 'decide')
  if (decide?.do !== 'decide') throw new Error('nobody decides')
  const itemId = meeting.itemIds.get(decide.point) ?? ''
  const proposalAt = async (laptop: Laptop) => {
    const { items } = await ask(laptop, 'session.get', { sessionId: meeting.sessionId })
    const item = items.find((each) => each.itemId === itemId)
    if (item === undefined) throw new Error('no such point')
    return proposalOf(meeting, decide, item)
  }
  world.settle()
  const proposal = await proposalAt(secretariat)
  await apart(
    world,
    [secretariat, () => ask(secretariat, 'session.decide', { sessionId: meeting.sessionId, proposal })],
    [
      second,
      () =>
        ask(second, 'session.decide', {
          sessionId: meeting.sessionId,
          proposal: { ...proposal, conditions: 'autre' },
        }),
    ],
  )
  expect(verdicts(world)).toEqual(['u-second conflict/changed-meanwhile'])
  const decided = sessionOf(world, second).agenda.find(({ id }) => id === itemId)?.outcome
  expect(decided).toMatchObject({ opinion: 'favourable', conditions: proposal.conditions })
  expect(statesOf(second.store)).toEqual(statesOf(secretariat.store))
})

test('[SY52] an agenda drawn up before a decision was known does not take the decided point away', async () => {
  const world = await preparedWorld()
  const { secretariat, ask, meeting } = world
  const second = world.join('u-second', 'secretariat')
  await world.playUntil((act) => act.do === 'decide')
  const decide = world.story.find((act) => act.do === 'decide')
  if (decide?.do !== 'decide') throw new Error('nobody decides')
  const itemId = meeting.itemIds.get(decide.point)
  const agenda = sessionOf(world, secretariat)
    .agenda.filter(({ id }) => id !== itemId)
    .map(announced)
  await apart(
    world,
    [secretariat, () => world.playUntil((act) => act.do === 'point' && act.point !== decide.point)],
    [second, () => ask(second, 'session.change', { sessionId: meeting.sessionId, set: { agenda } })],
  )
  expect(verdicts(world)).toEqual(['u-second conflict/changed-meanwhile'])
  expect(sessionOf(world, second).agenda).toHaveLength(agenda.length + 1)
  expect(sessionOf(world, second).agenda.find(({ id }) => id === itemId)?.outcome).not.toBe(null)
  expect(statesOf(second.store)).toEqual(statesOf(secretariat.store))
})

const announced = ({
  id,
  kind,
  candidatureId,
  title,
  rapporteurId,
  plannedMinutes,
  theme,
  slot,
  questionerId,
}: Session['agenda'][number]) => ({
  ...{ id, kind, candidatureId, title, rapporteurId, plannedMinutes, theme, slot, questionerId },
})

test('[SY9] [SY10] the chair lifts a recusal while the member, recused still, marks: his marks wait for the lifting', async () => {
  const world = await preparedWorld()
  const { memberId, tried, ask } = world
  const chair = world.join('u-chair', 'chair', memberId('abgrall'))
  const diallo = world.join('u-diallo', 'member', memberId('diallo'))
  const { id: candidatureId } = world.candidature(5)
  const key = { candidatureId, evaluatorId: memberId('diallo') }
  const mark = {
    ...key,
    criterionCode: 'PERT',
    mark: { kind: 'value', hundredths: 300, comment: '' },
  } as const
  // He does not even know that the candidature is there.
  expect(await tried(diallo, 'sheet.mark', mark)).toBe('entity.missing')
  await apart(
    world,
    [
      chair,
      () => ask(chair, 'recusal.lift', { candidatureId, memberId: memberId('diallo'), reason: 'lien rompu' }),
    ],
    [diallo, async () => expect(await tried(diallo, 'sheet.mark', mark)).toBe('entity.missing')],
  )
  expect(verdicts(world)).toEqual([])
  const { grid } = await ask(diallo, 'sheet.get', key)
  const criterionCode = grid.sections[0]?.criteria[0]?.code ?? ''
  expect(await tried(diallo, 'sheet.mark', { ...mark, criterionCode })).toBe('ok')
  expect(verdicts(world)).toEqual([])

  // The other way round: he marks at home while the secretariat writes down that he is recused.
  await apart(
    world,
    [
      world.secretariat,
      () =>
        ask(world.secretariat, 'recusal.declare', {
          candidatureId: world.candidature(7).id,
          memberId: memberId('diallo'),
          reason: 'lien',
          legalBasis: '',
        }),
    ],
    [
      diallo,
      async () => {
        await ask(diallo, 'sheet.reopen', {
          ...key,
          candidatureId: world.candidature(7).id,
          reason: 'revoir',
        })
        await ask(diallo, 'sheet.mark', { ...mark, candidatureId: world.candidature(7).id, criterionCode })
      },
    ],
  )
  expect(verdicts(world)).toEqual(['u-diallo recused/recused', 'u-diallo recused/recused'])
  expect(diallo.store.row('aggregate', `candidature/${world.candidature(7).id}`)).toBe(null)
})

test('[SY1] the agenda changes while a member marks: both are there', async () => {
  const world = await preparedWorld()
  const { memberId, ask, meeting, secretariat } = world
  const bourdon = world.join('u-bourdon', 'member', memberId('bourdon'))
  const { id: candidatureId } = world.candidature(1)
  const key = { candidatureId, evaluatorId: memberId('bourdon') }
  const { session } = await ask(secretariat, 'session.get', { sessionId: meeting.sessionId })
  const entries = session.agenda.map(announced)
  const item = session.agenda.find(
    (each) => each.candidatureId === candidatureId && each.kind === 'candidature',
  )
  const agenda = entries.filter(({ id }) => id !== item?.id)
  await apart(
    world,
    [
      secretariat,
      () => ask(secretariat, 'session.change', { sessionId: meeting.sessionId, set: { agenda } }),
    ],
    [bourdon, () => ask(bourdon, 'sheet.reopen', { ...key, reason: 'revoir' })],
  )
  expect(verdicts(world)).toEqual([])
  expect(secretariat.whole.load('sheet', `${candidatureId}/${memberId('bourdon')}`)?.state.status).toBe(
    'draft',
  )
  expect(sessionOf(world, bourdon).agenda.map(({ id }) => id)).toEqual(agenda.map(({ id }) => id))
})
