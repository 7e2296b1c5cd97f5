import { expect, it } from 'vitest'
import { memberMay } from '#main/composition/memberMay.ts'
import { contract, type HostEvent, type ProcedureName } from '#shared/contract/contract.ts'
import { refusalSentence } from '#shared/i18n/refusalSentences.ts'
import { passphrase, unanimous } from '../smallCommittee.ts'
import { comparable, expectNoSecret, type Room, room, sealedComment, secrets } from './lentLaptop.ts'

type Asked = { readonly [N in ProcedureName]?: (room: Room) => readonly unknown[] }

const everyone = ({ memberIds }: Room) => [...memberIds, 'collegial']
const candidatures = ({ candidatureIds, hidden }: Room) => [
  ...candidatureIds,
  hidden.candidatureId,
  hidden.duplicateId,
]
const sheetKeys = (of: Room) =>
  candidatures(of).flatMap((candidatureId) =>
    everyone(of).map((evaluatorId) => ({ candidatureId, evaluatorId })),
  )
const entities = (of: Room) => [
  ...candidatures(of).map((id) => `candidature/${id}`),
  `dossier/${of.hidden.dossierId}`,
  ...sheetKeys(of).flatMap(({ candidatureId, evaluatorId }) => [
    `sheet/${candidatureId}/${evaluatorId}`,
    `recusal/${candidatureId}/${evaluatorId}`,
  ]),
  `session/${of.sessionId}`,
  `call/${of.callId}`,
  `grid/${of.gridId}`,
  ...of.memberIds.map((id) => `member/${id}`),
  'committee/instance',
  'issuer/issuer',
  ...candidatures(of).map((id) => `instruction/${id}`),
]
const points = ({ sessionId }: Room) => [1, 2, 3, 4].map((place) => ({ sessionId, itemId: `point-${place}` }))

const page = {
  callId: null,
  search: '',
  filters: {},
  sort: 'number',
  descending: false,
  offset: 0,
  limit: 500,
}
/** Every word of the hidden dossier, whole and begun, and what surrounds it. */
const searches = [
  ...Object.values(secrets).flatMap((secret) => String(secret).split(' ')),
  'Zq',
  '4',
  'Haute',
  'Corse',
  '2B',
  'projet',
  'Berric',
]
const lists = (of: Room) => [
  ...searches.map((search) => ({ ...page, search })),
  ...['number', 'applicant', 'title', 'department', 'requested', 'status'].flatMap((sort) =>
    [true, false].map((descending) => ({ ...page, sort, descending })),
  ),
  { ...page, callId: of.callId },
  { ...page, filters: { department: '2B' } },
  { ...page, filters: { toCheck: true } },
  { ...page, filters: { toCheck: false } },
  { ...page, filters: { status: 'submitted' } },
  { ...page, offset: 2, limit: 1 },
]

/** All that a member may ask that writes nothing, with everything he could guess. */
const readings: Asked = {
  'app.state': () => [{}],
  'committee.get': () => [{}],
  'member.list': () => [{}],
  'call.list': () => [{}],
  'grid.list': () => [{}],
  'grid.shipped': () => [{}],
  'candidature.list': lists,
  'candidature.get': (of) => candidatures(of).map((candidatureId) => ({ candidatureId })),
  'territory.search': () => [{ query: 'berric' }],
  'history.of': (of) => entities(of).map((entity) => ({ entity })),
  'sheet.get': sheetKeys,
  'sheet.progress': (of) => everyone(of).map((evaluatorId) => ({ callId: of.callId, evaluatorId })),
  'ranking.get': ({ callId }) => [{ callId }],
  'ranking.explain': (of) => candidatures(of).map((candidatureId) => ({ candidatureId })),
  'ranking.watch': ({ callId }) => [{ callId }],
  'session.list': () => [{}],
  'session.get': ({ sessionId }) => [{ sessionId }],
  'session.marks': points,
  'projection.get': ({ sessionId }) => [{ sessionId }],
}

/** All that he may do, on what he must not see and in the name of others. */
const writings: Asked = {
  'act.undo': () => [{}],
  'act.redo': () => [{}],
  'sheet.mark': (of) =>
    sheetKeys(of).map((key) => ({
      ...key,
      criterionCode: 'PERT',
      mark: { kind: 'value', hundredths: 300, comment: '' },
    })),
  'sheet.file': sheetKeys,
  'sheet.reopen': (of) => sheetKeys(of).map((key) => ({ ...key, reason: 'relecture' })),
  'recusal.declare': (of) =>
    [of.memberIds[0], of.memberIds[2]].flatMap((memberId) =>
      candidatures(of).map((candidatureId) => ({ candidatureId, memberId, reason: '', legalBasis: '' })),
    ),
  'view.take-back': () => [{ passphrase: 'ce n’est pas elle' }],
}

/** Asks everything of a file in Blaise's hands; answers, refusals with their sentences, and events. */
async function askAll(of: Room): Promise<Record<string, unknown>> {
  const { get, dispatcher, memberIds } = of
  const events: HostEvent[] = []
  await get('view.hand-over', { memberId: memberIds[1] })
  dispatcher.subscribe((event) => events.push(event))
  const told: Record<string, unknown> = {}
  for (const asked of [readings, writings, readings]) {
    for (const [procedure, inputs] of Object.entries(asked)) {
      for (const [index, input] of inputs(of).entries()) {
        const answer = await dispatcher.ask(procedure, input)
        told[`${procedure} ${index} ${Object.keys(told).length}`] = answer.ok
          ? answer.value
          : { ...answer.refusal, sentence: refusalSentence(answer.refusal) }
      }
    }
  }
  return { ...told, events }
}

it('[UC20] every procedure that a member may call goes through the leak tests', () => {
  const asked = new Set([...Object.keys(readings), ...Object.keys(writings)])
  const names = Object.keys(contract) as ProcedureName[]
  expect(names.filter((name) => memberMay[name] && !asked.has(name))).toEqual([])
  expect([...asked].filter((name) => !memberMay[name as ProcedureName])).toEqual([])
})

it('[UC18] nothing that a recused member may ask tells of the dossier, nor of marks that wait to be revealed', async () => {
  const told = await askAll(await room({ twin: false }))
  expectNoSecret(told)
  expect(JSON.stringify(told)).not.toContain(sealedComment)
}, 60_000)

it('[UC18] every answer, counter, refusal and event is the one of a committee in which the dossier does not exist', async () => {
  const [told, twin] = [await askAll(await room({ twin: false })), await askAll(await room({ twin: true }))]
  for (const [asked, answer] of Object.entries(twin))
    expect(`${asked} ${comparable(told[asked])}`).toBe(`${asked} ${comparable(answer)}`)
  expect(Object.keys(told)).toEqual(Object.keys(twin))
}, 60_000)

it('[UC20] what is not for a member is refused before it is read, and the passphrase alone gives the laptop back', async () => {
  const { get, refusalOf, dispatcher, memberIds, callId } = await room({ twin: false })
  await get('view.hand-over', { memberId: memberIds[1] })
  const codes = new Set<string>()
  for (const procedure of Object.keys(contract) as ProcedureName[]) {
    if (memberMay[procedure]) continue
    const answer = await dispatcher.ask(procedure, {})
    codes.add(answer.ok ? procedure : answer.refusal.code)
  }
  expect([...codes]).toEqual(['view.not-allowed'])
  expect((await get('app.state', {})).viewer).toEqual({ memberId: memberIds[1], name: 'Blaise Exemple' })
  expect(await refusalOf('view.take-back', { passphrase: 'pas la bonne phrase' })).toBe('file.wrong-secret')
  expect(await refusalOf('ranking.get', { callId })).toBe('ok')
  await get('view.take-back', { passphrase })
  expect((await get('app.state', {})).viewer).toBeNull()
  expect(JSON.stringify(await get('candidature.list', { ...page, sort: 'number' }))).toContain(secrets.title)
})

it('[UC18] once the session is closed, nothing more is told', async () => {
  const committee = await room({ twin: false })
  const { get, sessionId } = committee
  for (const itemId of ['point-1', 'point-3'])
    await get('session.decide', {
      sessionId,
      proposal: {
        ...unanimous(itemId, 0),
        opinion: 'deferred',
        amountCents: null,
        vote: null,
        rationale: { legal: '', factual: 'Pièces attendues' },
        recusedHours:
          itemId === 'point-1' ? { [committee.memberIds[2]]: { leftAt: '14:10', returnedAt: '14:30' } } : {},
      },
    })
  const { closingChecks } = await get('session.get', { sessionId })
  for (const { code, level, state } of closingChecks)
    if (level === 'explain' && state === 'open')
      await get('session.explain', { sessionId, check: code, text: `Expliqué : ${secrets.title}` })
  await get('session.close', { sessionId, at: '18:00' })
  const told = await askAll(committee)
  expect(JSON.stringify(told)).toContain('"status":"closed"')
  expectNoSecret(told)
}, 60_000)
