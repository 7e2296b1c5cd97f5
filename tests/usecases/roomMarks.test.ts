import { expect, it } from 'vitest'
import type { MarksGridView } from '#shared/domain/session/marksGridView.ts'
import { fileUniformSheet, openMeeting, type SmallCommittee, smallCommittee } from './smallCommittee.ts'

/** A session open on the three candidatures, the first point taken. */
async function room(sealedMarks = false) {
  const committee = await smallCommittee()
  const sessionId = await openMeeting(committee)
  if (sealedMarks) await committee.get('session.change', { sessionId, set: { sealedMarks } })
  const { session } = await committee.get('session.get', { sessionId })
  const itemId = session.agenda[0]?.id ?? ''
  const candidatureId = session.agenda[0]?.candidatureId ?? ''
  const point = { sessionId, itemId }
  const { grid } = await committee.get('session.marks', point)
  const criteria = grid.sections.flatMap((section) => section.criteria)
  return { ...committee, sessionId, itemId, candidatureId, point, criteria }
}

const linesOf = async (
  { dispatcher }: SmallCommittee,
  input: { sessionId: string; itemId: string; text: string },
) => {
  const answer = await dispatcher.call('session.paste-marks', input)
  return answer.ok ? answer.value : (answer.refusal.details.lines ?? answer.refusal.code)
}

const namesOf = ({ rows }: MarksGridView) => rows.map(({ name }) => name)

it('[SC12] the grid of a point has a line for each member who may mark, and none for a recused one', async () => {
  const { get, point, candidatureId, memberIds } = await room()
  expect(await get('session.marks', point)).toMatchObject({
    sealed: false,
    collegial: false,
    total: null,
    rank: null,
  })
  await get('recusal.declare', { candidatureId, memberId: memberIds[1], reason: 'parent', legalBasis: '' })
  expect(namesOf(await get('session.marks', point))).toEqual(['Ada Exemple', 'Chloé Exemple'])
})

it('[UC16] a table pasted with its header, comments kept, is taken whole; filed sheets come back as drafts', async () => {
  const committee = await room()
  const { get, point, criteria, candidatureId, memberIds } = committee
  await fileUniformSheet(committee, { candidatureId, evaluatorId: memberIds[0] }, 4)
  const [first, second] = criteria
  const text = [
    `Membre\t${second?.label}\t${first?.code.toLowerCase()}`,
    'exemple ada\t3\t2',
    'Chloé Exemple\t\t5,0',
  ].join('\n')
  expect(await linesOf(committee, { ...point, text })).toEqual({ sheets: 2, marks: 3 })
  const { rows } = await get('session.marks', point)
  expect(rows.map(({ status, keyed }) => [status, keyed.length])).toEqual([
    ['draft', criteria.length],
    ['to-mark', 0],
    ['draft', 1],
  ])
  expect(rows[0]?.marks[first?.code ?? '']).toEqual({
    kind: 'value',
    hundredths: 200,
    comment: 'Motif de la note',
  })
  // One act: one undo gives everything back.
  await get('act.undo', {})
  expect((await get('session.marks', point)).rows.map(({ status }) => status)).toEqual([
    'filed',
    'to-mark',
    'to-mark',
  ])
})

it('[UC16] one fault refuses the whole table and every fault is named by its cell', async () => {
  const committee = await room()
  const { get, point, criteria, candidatureId, memberIds } = committee
  await get('recusal.declare', { candidatureId, memberId: memberIds[1], reason: 'parent', legalBasis: '' })
  const [first, second] = criteria.map(({ code }) => code)
  const text = [
    `;${first};Total;${second};${first}`,
    'Ada Exemple;4;;9;',
    'Blaise Exemple;4;;;',
    'Inconnu;4;;;',
    'Exemple;4;;;',
    'Ada Exemple;3;;;;5',
  ].join('\n')
  expect(await linesOf(committee, { ...point, text })).toEqual([
    'ligne 1 (colonne 3 : critère inconnu « Total »)',
    'ligne 1 (colonne 5 : même critère que colonne 2)',
    `ligne 2, colonne 4 (note « 9 » hors du barème du critère ${second})`,
    'ligne 3 (« Blaise Exemple » s’est déporté de la candidature n° 1)',
    'ligne 4 (membre inconnu : « Inconnu »)',
    'ligne 5 (plusieurs membres répondent au nom « Exemple »)',
    'ligne 6, colonne 6 (plus de notes que de critères)',
    'ligne 6 (même fiche que ligne 2)',
  ])
  expect((await get('session.marks', point)).rows.map(({ status }) => status)).toEqual(['to-mark', 'to-mark'])
  expect(await linesOf(committee, { ...point, text: '\n' })).toBe('sheet.empty')
})

it('[UC16] without header the columns are those of the grid', async () => {
  const committee = await room()
  const { get, point, criteria } = committee
  const text = `Ada Exemple;${criteria.map(() => '4').join(';')};;`
  expect(await linesOf(committee, { ...point, text })).toEqual({ sheets: 1, marks: criteria.length })
  expect((await get('session.marks', point)).rows[0]).toMatchObject({ status: 'draft', total: '80.00' })
})

it('[UC17] every sheet that can be is filed in one act, and who is left is told with the reason', async () => {
  const committee = await room()
  const { get, point, criteria } = committee
  const all = (mark: string) => criteria.map(() => mark).join(';')
  await linesOf(committee, { ...point, text: `Ada Exemple;${all('4')}\nBlaise Exemple;${all('5')}` })
  const { filed, left } = await get('session.file-sheets', point)
  expect(filed).toBe(1)
  expect(left).toEqual([
    { name: 'Blaise Exemple', reason: expect.stringMatching(/^il manque le commentaire de « /) },
    { name: 'Chloé Exemple', reason: 'aucune note' },
  ])
  expect(await get('session.marks', point)).toMatchObject({ total: '80.00', rank: 1 })
  await get('act.undo', {})
  expect((await get('session.marks', point)).rows[0]?.status).toBe('draft')
})

it('[SC10] a printed code finds its sheet, whatever the case; one of a recused member or mistyped is refused', async () => {
  const committee = await room()
  const { get, refusalOf, dispatcher, point, sessionId, candidatureId, memberIds } = committee
  const { rows } = await get('session.marks', point)
  for (const { code, evaluatorId } of rows) {
    const typed = { sessionId, code: ` ${code.toLowerCase().replaceAll('-', '')}` }
    expect(await get('session.sheet-of-code', typed)).toEqual({ itemId: point.itemId, evaluatorId })
  }
  const [ada = '', blaise = ''] = rows.map(({ code }) => code)
  expect(await dispatcher.call('session.sheet-of-code', { sessionId, code: `${ada}0` })).toEqual({
    ok: false,
    refusal: { code: 'session.code-unknown', details: { code: `${ada}0` } },
  })
  await get('recusal.declare', { candidatureId, memberId: memberIds[1], reason: 'parent', legalBasis: '' })
  expect(await refusalOf('session.sheet-of-code', { sessionId, code: blaise })).toBe('mark.recused')
})

it('[UC17] a filed sheet is countersigned; any change asks for a new signature', async () => {
  const committee = await room()
  const { get, refusalOf, point, candidatureId, memberIds } = committee
  const key = { candidatureId, evaluatorId: memberIds[0] }
  expect(await refusalOf('sheet.countersign', { ...key, on: '2026-03-12' })).toBe('input.invalid')
  await fileUniformSheet(committee, key, 4)
  await get('sheet.countersign', { ...key, on: '2026-03-12' })
  expect((await get('session.marks', point)).rows[0]?.countersignedOn).toBe('2026-03-12')
  await get('sheet.reopen', { ...key, reason: 'erreur de saisie' })
  expect((await get('session.marks', point)).rows[0]?.countersignedOn).toBeNull()
})

it('[SC9] sealed marks are counted and shown nowhere until they are revealed, all at once and for good', async () => {
  const committee = await room(true)
  const { get, refusalOf, point, callId, candidatureId, memberIds, criteria } = committee
  const [ada, blaise] = memberIds
  await fileUniformSheet(committee, { candidatureId, evaluatorId: ada }, 5)
  const key = { candidatureId, evaluatorId: blaise, criterionCode: criteria[0]?.code ?? '' }
  const typed = await get('sheet.mark', {
    ...key,
    mark: { kind: 'value', hundredths: 400, comment: 'BAVARD' },
  })
  expect([Object.keys(typed.sheet.marks), typed.total]).toEqual([[key.criterionCode], null])
  const next = await get('sheet.mark', {
    ...key,
    criterionCode: criteria[1]?.code ?? '',
    mark: { kind: 'value', hundredths: 300, comment: '' },
  })
  expect(Object.keys(next.sheet.marks)).toEqual([criteria[1]?.code])
  const sealed = await get('session.marks', point)
  expect(sealed).toMatchObject({
    sealed: true,
    revealedAt: null,
    total: null,
    rank: null,
    gap: null,
    gapAlert: false,
  })
  expect(sealed.rows.map(({ status, marks, keyed, total }) => [status, marks, keyed.length, total])).toEqual([
    ['filed', {}, criteria.length, null],
    ['draft', {}, 2, null],
    ['to-mark', {}, 0, null],
  ])
  const everything = JSON.stringify([
    await get('ranking.get', { callId }),
    await get('ranking.explain', { candidatureId }),
    await get('ranking.watch', { callId }),
    await get('sheet.get', { candidatureId, evaluatorId: ada }),
    await get('sheet.get', { candidatureId, evaluatorId: blaise }),
    await get('history.of', { entity: `sheet/${candidatureId}/${ada}` }),
    await get('history.of', { entity: `sheet/${candidatureId}/${blaise}` }),
    await get('app.state', {}),
  ])
  for (const told of ['Motif de la note', 'BAVARD', '100.00', `${key.criterionCode} 4`, '"hundredths"'])
    expect(everything).not.toContain(told)
  expect(
    (await get('ranking.get', { callId })).rows.find((row) => row.candidatureId === candidatureId),
  ).toMatchObject({
    rank: null,
    score: null,
    notRanked: 'sealed',
    sheetTotals: [],
    missingSheets: [],
    drafts: 0,
  })
  // Ceasing to seal would reveal without a trace.
  const unsealed = { sessionId: point.sessionId, set: { sealedMarks: false } }
  expect(await refusalOf('session.change', unsealed)).toBe('input.invalid')
  await get('session.reveal', { ...point, at: '14:20' })
  const shown = await get('session.marks', point)
  expect(shown).toMatchObject({ sealed: false, revealedAt: '14:20', total: '100.00', rank: 1 })
  expect(await refusalOf('act.undo', {})).toBe('undo.nothing')
  expect(await refusalOf('session.reveal', { ...point, at: '14:21' })).toBe('input.invalid')
})

it('[SC11] a sealed point that holds marks does not leave the agenda, an unmarked one does', async () => {
  const { get, dispatcher, sessionId, candidatureId, memberIds, itemId } = await room(true)
  const { session } = await get('session.get', { sessionId })
  const entries = session.agenda.map(({ id, candidatureId: about, title, rapporteurId }) => ({
    ...{ id, candidatureId: about, title, rapporteurId },
  }))
  await fileUniformSheet({ get } as SmallCommittee, { candidatureId, evaluatorId: memberIds[0] }, 4)
  const without = (id: string | undefined) => entries.filter((entry) => entry.id !== id)
  const refused = await dispatcher.call('session.change', { sessionId, set: { agenda: without(itemId) } })
  expect(refused).toMatchObject({ ok: false, refusal: { code: 'input.invalid' } })
  await get('session.change', { sessionId, set: { agenda: without(entries[2]?.id) } })
  expect((await get('session.get', { sessionId })).session.agenda).toHaveLength(2)
})
