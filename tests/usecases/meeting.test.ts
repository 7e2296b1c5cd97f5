import { join } from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'
import { hostAdapters } from '#main/composition/hostAdapters.ts'
import type { HostEvent } from '#shared/contract/contract.ts'
import type { SessionFacts } from '#shared/domain/session/sessionFacts.ts'
import { windowlessServices } from '#tests/support/windowlessServices.ts'
import {
  explainAll,
  fileUniformSheet,
  openMeeting,
  passphrase,
  type SmallCommittee,
  smallCommittee,
  unanimous,
} from './smallCommittee.ts'

/** Every candidature marked by everybody, all of them decided: 10 000 €, 20 000 € and the 10 000 € that remain. */
async function decidedMeeting(committee: SmallCommittee): Promise<{ sessionId: string; itemIds: string[] }> {
  const { get, memberIds, candidatureIds } = committee
  for (const [index, candidatureId] of candidatureIds.entries())
    for (const evaluatorId of memberIds)
      await fileUniformSheet(committee, { candidatureId, evaluatorId }, 5 - index)
  const sessionId = await openMeeting(committee)
  const { session } = await get('session.get', { sessionId })
  const itemIds = session.agenda.map(({ id }) => id)
  for (const [index, amountCents] of [1_000_000, 2_000_000, 1_000_000].entries()) {
    const itemId = itemIds[index] ?? ''
    await get('session.write-debate', { sessionId, itemId, text: 'Le rapporteur est entendu.' })
    await get('session.decide', { sessionId, proposal: unanimous(itemId, amountCents) })
  }
  return { sessionId, itemIds }
}

/** What the file keeps under a digest, read by another program than the one that wrote it. */
async function frozen({ get, folder, path }: SmallCommittee, digest: string): Promise<unknown> {
  await get('file.close', {})
  const adapters = hostAdapters(windowlessServices(join(folder, 'reader')))
  const opened = await adapters.files.open(path, { kind: 'passphrase', text: passphrase })
  if (!opened.ok) throw new Error(opened.refusal.code)
  const bytes = opened.value.blob(digest)
  opened.value.close()
  await get('file.open', { path, secret: { kind: 'passphrase', text: passphrase }, remember: false })
  return JSON.parse(Buffer.from(bytes ?? []).toString('utf8'))
}

it('[SE17] the acts of the clock are undone one by one, and name the point', async () => {
  const committee = await smallCommittee()
  const { get, refusalOf } = committee
  const sessionId = await openMeeting(committee)
  const { session } = await get('session.get', { sessionId })
  const [first, second] = session.agenda.map(({ id }) => id) as [string, string]
  await get('session.point', { sessionId, itemId: first, at: '14:01:00' })
  await get('session.decide', { sessionId, proposal: unanimous(first, 500_000) })
  await get('session.point', { sessionId, itemId: second, at: '14:31:00' })
  await get('session.pause', { sessionId, at: '14:35:00' })
  expect(await refusalOf('session.point', { sessionId, itemId: first, at: '14:36:00' })).toBe(
    'session.paused',
  )
  expect(await refusalOf('session.close', { sessionId, at: '16:00' })).toBe('session.not-closable')
  expect((await get('app.state', {})).undo).toBe('Suspension de la séance')
  await get('act.undo', {})
  expect(await get('act.undo', {})).toEqual({ label: `Passage au point « ${session.agenda[1]?.title} »` })
  await get('act.undo', {})
  const after = (await get('session.get', { sessionId })).session
  expect(after.agenda.map(({ runs, outcome }) => [runs, outcome])).toEqual([
    [[{ from: '14:01:00', to: null }], null],
    [[], null],
    [[], null],
  ])
  const what = { kind: 'run' as const, itemId: first, index: 0, end: 'from' as const }
  await get('session.correct-hour', { sessionId, what, at: '14:00:30', reason: 'Horloge en retard' })
  expect(
    await refusalOf('session.correct-hour', { sessionId, what, at: '13:59:00', reason: 'Horloge en retard' }),
  ).toBe('session.hour-order')
})

it('[SE34] the closing waits for the explanations, ends the point under way, and freezes both', async () => {
  const committee = await smallCommittee()
  const { get, dispatcher, refusalOf } = committee
  const { sessionId, itemIds } = await decidedMeeting(committee)
  await get('session.point', { sessionId, itemId: itemIds[2] ?? '', at: '15:00:00' })
  const view = await get('session.get', { sessionId })
  expect(view.closingChecks.filter(({ state }) => state !== 'green').map(({ code }) => code)).toEqual([
    'rationale-missing',
  ])
  expect(view.closingBlockers).toEqual(['Aide partielle ou écart au classement sans motif : n° 3.'])
  expect(view.recap).toMatchObject({ points: 3, decided: 3, awardedCents: 4_000_000, remainingCents: 0 })
  expect(await dispatcher.call('session.close', { sessionId, at: '16:00' })).toMatchObject({
    refusal: { code: 'session.unexplained', details: { checks: ['rationale-missing'] } },
  })
  expect(await refusalOf('session.explain', { sessionId, check: 'outcomes', text: 'x' })).toBe(
    'session.check-unknown',
  )
  const text = 'L’enveloppe est épuisée.'
  await get('session.explain', { sessionId, check: 'rationale-missing', text })
  expect((await get('session.get', { sessionId })).closingBlockers).toEqual([])
  await get('session.pause', { sessionId, at: '15:30:00' })
  expect(await refusalOf('session.close', { sessionId, at: '16:00' })).toBe('session.paused')
  await get('session.resume', { sessionId, at: '15:40:00' })
  expect(await refusalOf('session.close', { sessionId, at: '15:20' })).toBe('session.hour-order')
  // A refused closing ended nothing ([UC1]).
  await get('session.point', { sessionId, itemId: itemIds[1] ?? '', at: '15:50:00' })
  const { factsDigest } = await get('session.close', { sessionId, at: '16:00' })
  const closed = (await get('session.get', { sessionId })).session
  expect(closed.agenda[1]?.runs).toEqual([{ from: '15:50:00', to: '16:00:00' }])
  const facts = (await frozen(committee, factsDigest)) as SessionFacts
  expect(facts.openChecks).toEqual([
    { sentence: 'Aide partielle ou écart au classement sans motif : n° 3.', explanation: text },
  ])
})

it('[SE35] [SE36] a rectification keeps the minutes, freezes its own facts and counts in the money', async () => {
  const committee = await smallCommittee()
  const { get, dispatcher, refusalOf, callId } = committee
  const { sessionId, itemIds } = await decidedMeeting(committee)
  const [first = ''] = itemIds
  const rectification = {
    itemId: first,
    reason: 'Erreur de frappe',
    text: 'Lire 9 000 € au lieu de 10 000 €.',
    corrected: {
      opinion: 'favourable' as const,
      amountCents: 900_000,
      conditions: '',
      rationale: { legal: '', factual: '' },
    },
  }
  const input = { sessionId, date: '2026-03-20', rectification }
  expect(await refusalOf('session.rectify', input)).toBe('session.not-closed')
  await explainAll(committee, sessionId)
  const closing = await get('session.close', { sessionId, at: '16:00' })
  const before = (await get('session.get', { sessionId })).session
  expect(
    await refusalOf('session.rectify', { ...input, rectification: { ...rectification, reason: '' } }),
  ).toBe('session.rectification-empty')
  const tooMuch = { ...rectification, corrected: { ...rectification.corrected, amountCents: 1_000_001 } }
  expect(await dispatcher.call('session.rectify', { ...input, rectification: tooMuch })).toMatchObject({
    refusal: { code: 'envelope.exceeded', details: { remainingCents: 1_000_000 } },
  })
  const done = await get('session.rectify', input)
  expect(done.number).toBe('PV-2026-001-R1')
  const view = await get('session.get', { sessionId })
  expect(view.session).toEqual({
    ...before,
    rectifications: [{ ...rectification, date: '2026-03-20', ...done }],
  })
  expect(view.envelope).toEqual({ totalCents: 4_000_000, awardedCents: 3_900_000, remainingCents: 100_000 })
  expect(view.recap.awardedCents).toBe(3_900_000)
  expect(await refusalOf('act.undo', {})).toBe('undo.nothing')
  const { rules } = (await get('call.list', {}))[0]?.call ?? {}
  expect(
    await refusalOf('call.change', {
      callId,
      set: { rules: { ...rules, envelopeCents: 3_900_000 } },
    } as never),
  ).toBe('ok')
  expect(
    (await get('session.rectify', { ...input, rectification: { ...rectification, corrected: null } })).number,
  ).toBe('PV-2026-001-R2')
  expect(await frozen(committee, done.factsDigest)).toEqual({
    format: 1,
    number: 'PV-2026-001-R1',
    sessionNumber: 'PV-2026-001',
    sessionDigest: closing.factsDigest,
    sessionDate: '2026-03-12',
    date: '2026-03-20',
    instance: {
      name: 'Commission numérique',
      type: 'commission_interne',
      decidingAuthority: 'le conseil municipal',
    },
    item: { title: before.agenda[0]?.title, number: 1, applicant: 'Berric' },
    before: { ...rectification.corrected, amountCents: 1_000_000 },
    after: rectification.corrected,
    reason: 'Erreur de frappe',
    text: 'Lire 9 000 € au lieu de 10 000 €.',
    chair: { name: 'Ada Exemple', capacity: 'membre du conseil' },
    secretary: { name: 'Blaise Exemple', capacity: 'membre du conseil' },
  })
  expect(await get('file.doctor', {})).toEqual({ sound: true, verdict: 'conforme' })
})

it('[SE20] the discussion order counts the members in the room, or before the roll call those not known to be away', async () => {
  const committee = await smallCommittee()
  const { get, callId, candidatureIds, memberIds } = committee
  const [one, , three] = candidatureIds
  for (const candidatureId of [one, three])
    for (const memberId of memberIds)
      await get('recusal.declare', { candidatureId, memberId, reason: 'siège au conseil', legalBasis: '' })
  const { sessionId } = await get('session.plan', {
    callId,
    date: '2026-03-12',
    place: 'Mairie',
    convocation: { date: '2026-03-01', author: 'la présidente' },
    secondConvocation: false,
  })
  const exits = async () => {
    const { exitsNow, exitsProposed, exact } = await get('session.discussion-order', { sessionId })
    return [exitsNow, exitsProposed, exact]
  }
  expect(await exits()).toEqual([6, 3, true])
  await get('session.attend', { sessionId, memberId: memberIds[0], status: 'excused' })
  expect(await exits()).toEqual([4, 2, true])
  await get('session.attend', { sessionId, memberId: memberIds[1], status: 'present' })
  await get('session.attend', { sessionId, memberId: memberIds[2], status: 'present' })
  await get('session.open', { sessionId, at: '14:00', chairId: memberIds[1], secretaryId: memberIds[2] })
  await get('session.move', { sessionId, memberId: memberIds[2], kind: 'leaves', at: '14:05', itemId: null })
  expect(await exits()).toEqual([2, 1, true])
  const { session } = await get('session.get', { sessionId })
  const proposed = await get('session.discussion-order', { sessionId })
  expect([...proposed.itemIds].sort()).toEqual(session.agenda.map(({ id }) => id).sort())
})

it('[SE39] what the wall shows survives a crash, is no act, and makes the windows read again', async () => {
  const committee = await smallCommittee()
  const { get, refusalOf, dispatcher, path } = committee
  const sessionId = await openMeeting(committee)
  const { session } = await get('session.get', { sessionId })
  await get('session.point', { sessionId, itemId: session.agenda[0]?.id ?? '', at: '14:01:00' })
  expect(await get('projection.get', { sessionId })).toMatchObject({ content: 'agenda', level: 'names' })
  const before = await get('app.state', {})
  // Whatever the hour, « Enregistré à … » is that of the last act.
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3 * 3_600_000 })
  onTestFinished(() => {
    vi.useRealTimers()
  })
  const heard: HostEvent[] = []
  const stop = dispatcher.subscribe((event) => heard.push(event))
  await get('projection.set', { sessionId, content: 'dossier', level: 'numbers' })
  await get('projection.get', { sessionId })
  await get('projection.open', { sessionId })
  stop()
  expect(heard).toEqual([{ kind: 'changed', savedAt: before.savedAt, undo: before.undo, redo: null }])
  expect((await get('app.state', {})).savedAt).toBe(before.savedAt)
  await get('file.close', {})
  await get('file.open', { path, secret: { kind: 'passphrase', text: passphrase }, remember: false })
  const view = await get('projection.get', { sessionId })
  expect([view.content, view.level, view.dossier?.number, view.dossier?.applicant]).toEqual([
    'dossier',
    'numbers',
    1,
    '',
  ])
  expect(await refusalOf('projection.set', { sessionId: 'nowhere', content: 'blank', level: 'names' })).toBe(
    'entity.missing',
  )
  expect(await refusalOf('projection.get', { sessionId: 'nowhere' })).toBe('entity.missing')
  expect(await refusalOf('projection.open', { sessionId: 'nowhere' })).toBe('entity.missing')
})

it('[SE38] sealed marks reach neither the view nor the wall until they are revealed', async () => {
  const committee = await smallCommittee()
  const { get, memberIds, candidatureIds } = committee
  const sessionId = await openMeeting(committee)
  await get('session.change', { sessionId, set: { sealedMarks: true } })
  const { session } = await get('session.get', { sessionId })
  const [item] = session.agenda
  for (const [index, evaluatorId] of memberIds.entries())
    await fileUniformSheet(committee, { candidatureId: candidatureIds[0], evaluatorId }, 5 - index)
  await get('session.point', { sessionId, itemId: item?.id ?? '', at: '14:01:00' })
  await get('projection.set', { sessionId, content: 'dossier', level: 'names' })
  const sealed = (await get('session.get', { sessionId })).items[0]
  expect(sealed).toMatchObject({
    isSealed: true,
    rank: null,
    score: null,
    proposedCents: 0,
    rankingAward: null,
    sheetsFiled: 3,
    sheetsExpected: 3,
  })
  expect((await get('projection.get', { sessionId })).dossier).toMatchObject({
    applicant: 'Berric',
    score: null,
    rank: null,
    sheetTotals: [],
  })
  await get('session.reveal', { sessionId, itemId: item?.id ?? '', at: '14:10' })
  expect((await get('session.get', { sessionId })).items[0]).toMatchObject({
    isSealed: false,
    rank: 1,
    score: '80.00',
  })
  const { dossier } = await get('projection.get', { sessionId })
  expect(dossier).toMatchObject({ score: '80.00', rank: 1, sheetTotals: ['60.00', '80.00', '100.00'] })
  expect(JSON.stringify(dossier)).not.toMatch(/Ada|Blaise|Chloé|Motif/)
})
