import { expect, it } from 'vitest'
import type { HostEvent } from '#shared/contract/contract.ts'
import { fileUniformSheet, openMeeting, passphrase, smallCommittee } from '../smallCommittee.ts'

const list = {
  callId: null,
  search: '',
  filters: {},
  sort: 'number' as const,
  descending: false,
  offset: 0,
  limit: 500,
}

it('[UC19] a member marks, files and takes back his own sheet, under his own name; nothing of the others', async () => {
  const committee = await smallCommittee()
  const { get, refusalOf, memberIds, candidatureIds } = committee
  const [ada, blaise] = memberIds
  const [berric, molac] = candidatureIds
  await fileUniformSheet(committee, { candidatureId: berric, evaluatorId: ada }, 4)
  await get('view.hand-over', { memberId: blaise })
  // The last act is the secretary's: it is neither told nor taken back.
  expect(await get('app.state', {})).toMatchObject({ undo: null, redo: null })
  expect(await refusalOf('act.undo', {})).toBe('undo.nothing')
  const own = { candidatureId: molac, evaluatorId: blaise }
  await fileUniformSheet(committee, own, 3)
  expect(await get('sheet.get', own)).toMatchObject({ total: '60.00', sheet: { status: 'filed' } })
  const history = await get('history.of', { entity: `sheet/${molac}/${blaise}` })
  expect(history.at(-1)).toMatchObject({ who: 'Blaise Exemple', label: 'Dépôt de la fiche' })
  expect((await get('app.state', {})).undo).toBe('Dépôt de la fiche n° 2')
  await get('act.undo', {})
  expect((await get('sheet.get', own)).sheet.status).toBe('draft')
  await get('act.redo', {})
  expect((await get('sheet.get', own)).sheet.status).toBe('filed')
  const others = { candidatureId: berric, evaluatorId: ada }
  const mark = { criterionCode: 'PERT', mark: { kind: 'value' as const, hundredths: 100, comment: '' } }
  expect(await refusalOf('sheet.get', others)).toBe('view.not-allowed')
  expect(await refusalOf('sheet.reopen', { ...others, reason: 'curiosité' })).toBe('view.not-allowed')
  expect(await refusalOf('sheet.mark', { candidatureId: molac, evaluatorId: ada, ...mark })).toBe(
    'view.not-allowed',
  )
  const declared = { candidatureId: berric, memberId: ada, reason: '', legalBasis: '' }
  expect(await refusalOf('recusal.declare', declared)).toBe('view.not-allowed')
  await get('view.take-back', { passphrase })
  expect((await get('sheet.get', others)).total).toBe('80.00')
  expect(await get('file.doctor', {})).toEqual({ sound: true, verdict: 'conforme' })
})

it('[UC18] marks of the others come when they are revealed; his own are his at any time', async () => {
  const committee = await smallCommittee()
  const { get, refusalOf, callId, memberIds } = committee
  const [ada, blaise] = memberIds
  const sessionId = await openMeeting(committee)
  await get('session.change', { sessionId, set: { sealedMarks: true } })
  const { session } = await get('session.get', { sessionId })
  const [item] = session.agenda
  const candidatureId = item?.candidatureId ?? ''
  const point = { sessionId, itemId: item?.id ?? '' }
  await fileUniformSheet(committee, { candidatureId, evaluatorId: ada }, 5)
  await get('view.hand-over', { memberId: blaise })
  await fileUniformSheet(committee, { candidatureId, evaluatorId: blaise }, 3)
  expect((await get('sheet.get', { candidatureId, evaluatorId: blaise })).total).toBe('60.00')
  // To have filed his own is not enough.
  expect(await refusalOf('sheet.get', { candidatureId, evaluatorId: ada })).toBe('view.not-allowed')
  const sealed = await get('session.marks', point)
  expect(sealed.rows.map(({ name, status, total }) => [name, status, total])).toEqual([
    ['Ada Exemple', 'to-mark', null],
    ['Blaise Exemple', 'filed', '60.00'],
    ['Chloé Exemple', 'to-mark', null],
  ])
  expect(
    (await get('ranking.get', { callId })).rows.map(({ score, notRanked }) => [score, notRanked]),
  ).toEqual([
    [null, 'sealed'],
    [null, 'sealed'],
    [null, 'sealed'],
  ])
  await get('view.take-back', { passphrase })
  await get('session.reveal', { ...point, at: '14:20' })
  await get('view.hand-over', { memberId: blaise })
  expect((await get('sheet.get', { candidatureId, evaluatorId: ada })).total).toBe('100.00')
  expect((await get('session.marks', point)).total).toBe('80.00')
})

it('[UC18] from his own declaration on the dossier is gone, for good; set aside by the chair, it comes back', async () => {
  const committee = await smallCommittee()
  const { get, refusalOf, dispatcher, callId, memberIds, candidatureIds } = committee
  const [, blaise] = memberIds
  const [berric] = candidatureIds
  await fileUniformSheet(committee, { candidatureId: berric, evaluatorId: blaise }, 4)
  await get('view.hand-over', { memberId: blaise })
  const seen = async () => {
    const page = await get('candidature.list', list)
    const progress = await get('sheet.progress', { callId, evaluatorId: blaise })
    const ranking = await get('ranking.get', { callId })
    return [page.total, page.requestedCentsTotal, progress.total, progress.filed, ranking.rows.length]
  }
  expect(await seen()).toEqual([3, 6_000_000, 3, 1, 3])
  const events: HostEvent[] = []
  dispatcher.subscribe((event) => events.push(event))
  await get('recusal.declare', { candidatureId: berric, memberId: blaise, reason: 'parent', legalBasis: '' })
  expect(await seen()).toEqual([2, 5_000_000, 2, 0, 2])
  expect(events).toEqual([{ kind: 'changed', savedAt: expect.any(String), undo: null, redo: null }])
  const own = { candidatureId: berric, evaluatorId: blaise }
  expect([
    await refusalOf('candidature.get', { candidatureId: berric }),
    await refusalOf('sheet.get', own),
    await refusalOf('sheet.reopen', { ...own, reason: 'regret' }),
    await refusalOf('recusal.declare', {
      candidatureId: berric,
      memberId: blaise,
      reason: '',
      legalBasis: '',
    }),
    await refusalOf('act.undo', {}),
    await refusalOf('recusal.lift', { candidatureId: berric, memberId: blaise, reason: 'regret' }),
  ]).toEqual([
    'entity.missing',
    'entity.missing',
    'entity.missing',
    'entity.missing',
    'undo.nothing',
    'view.not-allowed',
  ])
  expect(await get('history.of', { entity: `sheet/${berric}/${blaise}` })).toEqual([])
  await get('view.take-back', { passphrase })
  await get('recusal.assess', {
    candidatureId: berric,
    memberId: blaise,
    status: 'set-aside',
    reason: 'simple adhérent',
    legalBasis: '',
    counting: 'numerator',
  })
  await get('view.hand-over', { memberId: blaise })
  expect(await seen()).toEqual([3, 6_000_000, 3, 1, 3])
  expect((await get('sheet.get', own)).total).toBe('80.00')
})
