import { expect, it } from 'vitest'
import { fileUniformSheet, openMeeting, smallCommittee, unanimous } from './smallCommittee.ts'

const convocation = { date: '2026-03-01', author: 'la présidente' }

it('[SE10] a correction keeps its reason, the room of the decision, and the history tells before and after', async () => {
  const committee = await smallCommittee()
  const { get, refusalOf, memberIds } = committee
  const sessionId = await openMeeting(committee)
  const { session } = await get('session.get', { sessionId })
  const itemId = session.agenda[0]?.id ?? ''
  const corrected = { ...unanimous(itemId, 800_000), conditions: 'Sous réserve du devis' }
  const amend = { sessionId, proposal: corrected, reason: 'Montant mal lu' }
  expect(await refusalOf('session.amend', amend)).toBe('session.item-undecided')
  await get('session.decide', { sessionId, proposal: unanimous(itemId, 900_000) })
  await get('session.move', { sessionId, memberId: memberIds[2], kind: 'leaves', at: '14:40', itemId: null })
  expect(await refusalOf('session.amend', { ...amend, reason: '  ' })).toBe('decision.reason-missing')
  await get('session.amend', amend)
  const outcome = (await get('session.get', { sessionId })).session.agenda[0]?.outcome
  expect(outcome).toMatchObject({ amountCents: 800_000, conditions: 'Sous réserve du devis' })
  expect(outcome?.presentIds).toHaveLength(3)
  const history = await get('history.of', { entity: `session/${sessionId}` })
  expect(JSON.stringify(history)).toContain('Correction d’une décision')
})

it('[SE43] a decision is held against the ranking, and says why it departs', async () => {
  const committee = await smallCommittee()
  const { get, dispatcher, memberIds, candidatureIds } = committee
  // 40 000 €: the first two are served in full, the third (30 000 €) takes the 10 000 € that remain.
  for (const [index, candidatureId] of candidatureIds.entries())
    await fileUniformSheet(committee, { candidatureId, evaluatorId: memberIds[0] }, 5 - index)
  const sessionId = await openMeeting(committee)
  const { session } = await get('session.get', { sessionId })
  const [first, second] = session.agenda.map(({ id }) => id) as [string, string]
  const refused = {
    ...unanimous(first, 0),
    opinion: 'unfavourable' as const,
    amountCents: null,
    rationale: { legal: 'Article 4', factual: 'Calendrier absent' },
  }
  const decide = (proposal: Parameters<typeof get<'session.decide'>>[1]['proposal']) =>
    dispatcher.call('session.decide', { sessionId, proposal })
  expect(await decide(refused)).toMatchObject({
    refusal: { code: 'decision.departure-reason-missing', details: { kind: 'skipped' } },
  })
  expect(await decide({ ...refused, departure: 'Le maître d’ouvrage renonce.' })).toMatchObject({ ok: true })
  expect(await decide(unanimous(second, 2_000_001))).toMatchObject({
    refusal: { details: { kind: 'above-rules' } },
  })
  expect(await decide(unanimous(second, 2_000_000))).toMatchObject({ ok: true })
  const { session: after } = await get('session.get', { sessionId })
  expect(after.agenda.slice(0, 2).map(({ outcome }) => outcome?.departure)).toEqual([
    'Le maître d’ouvrage renonce.',
    '',
  ])
})

it('[SE40] [SE41] a substitute sits and votes; a proxy is signed; journeys are kept', async () => {
  const committee = await smallCommittee()
  const { get, refusalOf, memberIds } = committee
  const person = { capacity: 'élu', role: 'member', voice: 'deliberative' } as const
  const denis = await get('member.add', {
    ...person,
    firstName: 'Denis',
    lastName: 'Exemple',
    inOffice: true,
  })
  const emma = await get('member.add', {
    ...{ ...person, firstName: 'Emma', lastName: 'Exemple', inOffice: false },
    substituteOf: denis.memberId,
  })
  const sessionId = await openMeeting(committee)
  const proxy = { sessionId, giverId: denis.memberId, holderId: memberIds[0], date: '2026-03-10' }
  await get('session.give-proxy', proxy)
  await get('session.sign-proxy', { sessionId, giverId: denis.memberId, signed: true })
  expect((await get('session.get', { sessionId })).session.proxies).toMatchObject([{ signed: true }])
  const seat = { sessionId, memberId: denis.memberId, substituteId: emma.memberId }
  await get('session.withdraw-proxy', { sessionId, giverId: denis.memberId })
  await get('session.substitute', seat)
  expect(await refusalOf('session.give-proxy', proxy)).toBe('proxy.not-entitled')
  await get('session.move', {
    sessionId,
    memberId: emma.memberId,
    kind: 'arrives',
    at: '14:05',
    itemId: null,
  })
  const view = await get('session.get', { sessionId })
  expect(view.quorum).toMatchObject({ inOffice: 4, present: 4, base: 4 })
  await get('session.decide', { sessionId, proposal: unanimous(view.session.agenda[0]?.id ?? '', 1, 4) })
  expect(await refusalOf('session.substitute', { ...seat, substituteId: null })).toBe(
    'session.substitution-invalid',
  )
  const travel = { mode: 'own-vehicle', kilometres: 34, fiscalHorsepower: 5 } as const
  await get('session.travel', { sessionId, memberId: emma.memberId, travel })
  const { session } = await get('session.get', { sessionId })
  expect(session.travels).toEqual({ [emma.memberId]: travel })
  expect(await get('file.doctor', {})).toEqual({ sound: true, verdict: 'conforme' })
})

it('[UC15] a planned session made a second convocation takes over the points of the one never opened', async () => {
  const committee = await smallCommittee()
  const { get, refusalOf, callId } = committee
  const plan = { callId, place: 'Mairie de Plouvara', convocation, secondConvocation: false }
  const { sessionId: firstId } = await get('session.plan', { ...plan, date: '2026-03-12' })
  const { session: first } = await get('session.get', { sessionId: firstId })
  const free = { id: 'libre', candidatureId: null, title: 'Règlement intérieur', rapporteurId: null }
  await get('session.change', { sessionId: firstId, set: { agenda: [...first.agenda, free] } })
  const { sessionId } = await get('session.plan', { ...plan, date: '2026-03-20' })
  expect((await get('session.get', { sessionId })).session.agenda).toEqual([])
  const late = { convocation: { ...convocation, date: '2026-03-21' } }
  expect(await refusalOf('session.change', { sessionId, set: late })).toBe('input.invalid')
  expect(await refusalOf('session.change', { sessionId, set: { date: '2026-02-28' } })).toBe('input.invalid')
  await get('session.change', { sessionId, set: { secondConvocation: true } })
  const titles = async (id: string) =>
    (await get('session.get', { sessionId: id })).session.agenda.map(({ title }) => title)
  expect(await titles(sessionId)).toEqual([...first.agenda.map(({ title }) => title), 'Règlement intérieur'])
  expect(await titles(firstId)).toEqual([])
  await get('act.undo', {})
  expect(await titles(sessionId)).toEqual([])
  expect(await titles(firstId)).toHaveLength(4)
  await get('act.redo', {})
  // Nothing is left to take over a second time.
  await get('session.change', { sessionId, set: { secondConvocation: false } })
  await get('session.change', { sessionId, set: { secondConvocation: true } })
  expect(await titles(sessionId)).toHaveLength(4)
})

it('[UC15] a second convocation planned anew takes over the free points too', async () => {
  const { get, callId } = await smallCommittee()
  const plan = { callId, place: 'Mairie de Plouvara', convocation }
  const { sessionId: firstId } = await get('session.plan', {
    ...{ ...plan, date: '2026-03-12', secondConvocation: false },
  })
  const { session } = await get('session.get', { sessionId: firstId })
  const free = { id: 'libre', candidatureId: null, title: 'Règlement intérieur', rapporteurId: null }
  await get('session.change', { sessionId: firstId, set: { agenda: [free, ...session.agenda] } })
  const { sessionId } = await get('session.plan', { ...plan, date: '2026-03-20', secondConvocation: true })
  const { session: second } = await get('session.get', { sessionId })
  expect(second.agenda.map(({ kind }) => kind)).toEqual(['candidature', 'candidature', 'candidature', 'free'])
})

it('[SE42] a hearing settles nothing: its candidature stays to be examined', async () => {
  const { get, callId, candidatureIds } = await smallCommittee()
  const plan = { callId, place: 'Mairie', convocation, secondConvocation: false }
  const { sessionId } = await get('session.plan', { ...plan, date: '2026-03-12' })
  const { session } = await get('session.get', { sessionId })
  const heard = session.agenda.map((item) => ({ ...item, kind: 'hearing' as const }))
  await get('session.change', { sessionId, set: { agenda: heard } })
  const next = await get('session.plan', { ...plan, date: '2026-03-20' })
  const { session: later } = await get('session.get', { sessionId: next.sessionId })
  expect(new Set(later.agenda.map(({ candidatureId }) => candidatureId))).toEqual(new Set(candidatureIds))
})

it('[SE45] the chair assesses a recusal; set aside, the member sits again', async () => {
  const committee = await smallCommittee()
  const { get, refusalOf, memberIds, candidatureIds } = committee
  const [candidatureId] = candidatureIds
  const key = { candidatureId, memberId: memberIds[2] }
  const basis = { legalBasis: 'cgct-l2131-11', counting: 'numerator-and-denominator' } as const
  const assess = { ...key, ...basis, status: 'confirmed', reason: 'Président de l’association' } as const
  expect(await refusalOf('recusal.assess', assess)).toBe('entity.missing')
  await get('recusal.declare', { ...key, reason: 'Siège au bureau', legalBasis: '' })
  const sessionId = await openMeeting(committee)
  const quorum = async () => {
    const { items } = await get('session.get', { sessionId })
    return items.find((item) => item.candidatureId === candidatureId)?.quorum
  }
  expect(await quorum()).toMatchObject({ counted: 2, base: 3 })
  expect(await refusalOf('recusal.assess', { ...assess, reason: ' ' })).toBe('recusal.reason-missing')
  await get('recusal.assess', assess)
  expect(await quorum()).toMatchObject({ counted: 2, base: 2 })
  expect((await get('candidature.get', { candidatureId })).recusals).toMatchObject([
    { status: 'confirmed', legalBasis: 'cgct-l2131-11', assessmentReason: 'Président de l’association' },
  ])
  await get('recusal.assess', { ...assess, status: 'set-aside' })
  expect(await quorum()).toMatchObject({ counted: 3, base: 3 })
})

it('[SE43] an adopted scenario takes the place of the ranking', async () => {
  const committee = await smallCommittee()
  const { get, dispatcher, memberIds, candidatureIds, callId } = committee
  for (const [index, candidatureId] of candidatureIds.entries())
    await fileUniformSheet(committee, { candidatureId, evaluatorId: memberIds[0] }, 5 - index)
  const sessionId = await openMeeting(committee)
  const { scenarioId } = await get('scenario.open', {
    ...{ callId, name: 'Priorité à Elven', from: { origin: 'blank' as const } },
  })
  for (const [index, amountCents] of [0, 0, 3_000_000].entries())
    await get('scenario.set-amount', {
      ...{ scenarioId, candidatureId: candidatureIds[index] ?? '', funding: null },
      ...{ amount: { by: 'amount', amountCents }, reason: 'Un seul projet du littoral' },
    })
  const view = async () => (await get('session.get', { sessionId })).items
  expect((await view()).map(({ heldAgainst }) => heldAgainst?.status)).toEqual([
    'within',
    'within',
    'partial',
  ])
  await get('scenario.adopt', { scenarioId, sessionId })
  const items = await view()
  expect(items.map(({ heldAgainst }) => heldAgainst?.status)).toEqual(['waiting', 'waiting', 'within'])
  const proposal = unanimous(items[0]?.itemId ?? '', 1_000_000)
  expect(await dispatcher.call('session.decide', { sessionId, proposal })).toMatchObject({
    refusal: { code: 'decision.departure-reason-missing', details: { kind: 'served-below-line' } },
  })
})

it('[SE46] a second convocation opens only after a first that lacked its quorum, three days before for a council', async () => {
  const { get, refusalOf, memberIds, callId } = await smallCommittee()
  await get('committee.change', { set: { instanceType: 'organe_deliberant' } })
  const plan = { callId, place: 'Mairie de Plouvara', convocation }
  const { sessionId } = await get('session.plan', { ...plan, date: '2026-03-20', secondConvocation: true })
  const [chairId] = memberIds
  await get('session.attend', { sessionId, memberId: chairId, status: 'present' })
  const opening = { sessionId, at: '18:00', chairId, secretaryId: chairId }
  expect(await refusalOf('session.open', opening)).toBe('session.incomplete')
  const first = await get('session.plan', { ...plan, date: '2026-03-18', secondConvocation: false })
  await get('session.change', {
    sessionId,
    set: { agenda: [{ id: 'libre', candidatureId: null, title: 'Bilan', rapporteurId: null }] },
  })
  expect(await refusalOf('session.open', opening)).toBe('session.incomplete')
  await get('session.change', { sessionId: first.sessionId, set: { date: '2026-03-17' } })
  await get('session.open', opening)
  expect((await get('session.get', { sessionId })).quorum).toMatchObject({ applies: false, reached: true })
})
