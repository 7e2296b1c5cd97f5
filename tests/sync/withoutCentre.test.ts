import { request } from 'node:https'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sameLaptop } from './support/sameLaptop.ts'
import { settled, sharedCommittee } from './support/sharedCommittee.ts'
import { until } from './support/until.ts'

const mark = { kind: 'value', hundredths: 400, comment: '' } as const

test('[HS7] a room is opened without the centre; its hub dies, a successor goes on, and brings it all back', async () => {
  const { centre, secretary, sessionId, joined } = await sharedCommittee()
  const [ada, , chloe] = secretary.memberIds
  const member = await joined({ name: 'Chloé Exemple', role: 'member', memberId: chloe })
  const chair = await joined({ name: 'Ada Exemple', role: 'chair', memberId: ada, mayHub: true })
  await secretary.get('sync.now', {})
  const successor = await until('the secretary knows the laptop of the chair', async () => {
    const readers = await secretary.get('bundle.recipients', {})
    return readers.find(({ memberId }) => memberId === ada)?.deviceId ?? null
  })
  await centre.stop()
  await until(
    'the centre is away',
    async () => (await secretary.get('sync.state', {})).connection === 'offline',
  )
  const opened = await secretary.get('room.open', { sessionId, successors: [successor] })
  expect(opened.lease.isEmergency).toBe(true)
  const code = { by: 'code', code: opened.door?.code ?? '', address: `127.0.0.1:${opened.port}` } as const
  await member.get('room.join', code)
  await chair.get('room.join', code)
  await until('both are in the room', async () => {
    const room = await secretary.get('room.state', {})
    return room?.people.filter(({ isHere }) => isHere).length === 3
  })
  const key = { candidatureId: secretary.candidatureIds[0], evaluatorId: chloe }
  await member.get('sheet.mark', { ...key, criterionCode: 'PERT', mark })
  await until('the mark is at the chair', async () => {
    const { sheet } = await chair.get('sheet.get', key)
    return sheet.marks.PERT !== undefined
  })
  expect(await chair.refusalOf('room.take-over', {})).toBe('room.hub-answers')
  await secretary.dispatcher.close()
  await until(
    'the chair may take over',
    async () => (await chair.get('sync.state', {})).room?.mayTakeOver === true,
  )
  const taken = await chair.get('room.take-over', {})
  expect(taken).toMatchObject({ isHub: true, lease: { epoch: 1, id: opened.lease.id } })
  await member.get('room.join', {
    by: 'code',
    code: taken.door?.code ?? '',
    address: `127.0.0.1:${taken.port}`,
  })
  const codes = (await member.get('sheet.get', key)).grid.sections.flatMap(({ criteria }) => criteria)
  const second = codes[1]?.code ?? ''
  await member.get('sheet.mark', { ...key, criterionCode: second, mark })
  await until('the second mark is at the new hub', async () => {
    const { sheet } = await chair.get('sheet.get', key)
    return sheet.marks[second] !== undefined
  })
  expect(await chair.get('room.close', {})).toEqual({ standing: 'kept' })
  await centre.startAgain()
  // The centre hears of the lease from the laptop that opened it.
  const again = await sameLaptop(secretary.folder, secretary.path)
  for (const each of [chair, again]) {
    await each.get('sync.now', {})
    await until('the room is over', async () => (await each.get('room.state', {})) === null)
    await settled(each)
    expect((await each.get('sync.state', {})).toRegularise).toBe(0)
  }
  await until('both marks are everywhere', async () => {
    const { sheet } = await again.get('sheet.get', key)
    return sheet.marks.PERT !== undefined && sheet.marks[second] !== undefined
  })
}, 180_000)

test('[HS8] a guest sees and fills his own sheets and nothing else, by a code of one use', async () => {
  const { secretary, sessionId } = await sharedCommittee()
  const [, , chloe] = secretary.memberIds
  await secretary.get('recusal.declare', {
    candidatureId: secretary.candidatureIds[1],
    memberId: chloe,
    reason: 'voisine',
    legalBasis: '',
  })
  const [, blaise] = secretary.memberIds
  const { session } = await secretary.get('session.get', { sessionId })
  for (const [index, name] of ['sien', 'ferme'].entries()) {
    const candidatureId = secretary.candidatureIds[index] ?? ''
    const itemId = session.agenda.find((item) => item.candidatureId === candidatureId)?.id ?? ''
    const { dossierId } = (await secretary.get('candidature.get', { candidatureId })).candidature
    await secretary.get('dossier.change', { dossierId, set: { description: `marqueur-projet-${name}` } })
    await secretary.get('instruction.change', { candidatureId, set: { analysis: 'marqueur-rapport' } })
    await secretary.get('session.write-debate', { sessionId, itemId, text: 'marqueur-debat' })
    await secretary.get('session.keep-draft', { sessionId, itemId, draft: 'marqueur-brouillon' })
    await secretary.get('sheet.mark', {
      ...{ candidatureId, evaluatorId: blaise, criterionCode: 'PERT' },
      mark: { ...mark, comment: 'marqueur-note' },
    })
  }
  await settled(secretary)
  await secretary.get('room.open', { sessionId })
  const { code, page } = await secretary.get('room.guest-invite', { memberId: chloe })
  const origin = `https://127.0.0.1:${new URL(page).port}`
  // Whatever the door and the page say, before somebody is in and after.
  const told: string[] = []
  const ask: typeof asked = async (...question) => {
    const answer = await asked(...question)
    told.push(answer.text)
    return answer
  }
  expect(await ask(origin, 'GET', '/')).toMatchObject({ status: 200 })
  expect((await ask(origin, 'GET', '/guest/sheets')).status).toBe(401)
  expect((await ask(origin, 'POST', '/guest/session', { code: 'AAAA-AAAA' })).status).toBe(403)
  for (const path of ['/sync', '/sync/open', '/guest/sheets/x', '/v1/server', '/metrics', '/robots.txt'])
    await ask(origin, 'GET', path)
  for (const words of ['marqueur-', 'Exemple', 'Projet de']) expect(told.join('\n')).not.toContain(words)
  const entered = await ask(origin, 'POST', '/guest/session', { code })
  expect(entered.status).toBe(204)
  expect((await ask(origin, 'POST', '/guest/session', { code })).status).toBe(403)
  const { cookie } = entered
  const home = JSON.parse((await ask(origin, 'GET', '/guest/sheets', null, cookie)).text)
  expect(home).toEqual({
    memberId: chloe,
    name: 'Chloé Exemple',
    committee: expect.any(String),
    candidatures: [
      expect.objectContaining({ candidatureId: secretary.candidatureIds[0], state: 'to-mark' }),
      expect.objectContaining({ candidatureId: secretary.candidatureIds[2], state: 'to-mark' }),
    ],
  })
  const sheet = (id: string, act = '') => `/guest/sheets/${encodeURIComponent(id)}${act}`
  expect((await ask(origin, 'GET', sheet(secretary.candidatureIds[1]), null, cookie)).status).toBe(409)
  expect((await ask(origin, 'GET', sheet(secretary.candidatureIds[0]), null, cookie)).status).toBe(200)
  const body = { criterionCode: 'PERT', mark }
  const [own, recused] = [secretary.candidatureIds[0], secretary.candidatureIds[1]]
  expect((await ask(origin, 'POST', sheet(own, '/mark'), body, cookie)).status).toBe(200)
  const closed = await ask(origin, 'POST', sheet(recused, '/mark'), body, cookie)
  expect(closed).toMatchObject({ status: 409, text: expect.stringContaining('entity.missing') })
  expect((await ask(origin, 'POST', sheet(own, '/mark'), body, cookie, 'https://ailleurs.fr')).status).toBe(
    403,
  )
  const key = { candidatureId: own, evaluatorId: chloe }
  expect((await secretary.get('sheet.get', key)).sheet.marks.PERT).toEqual(mark)
  await until(
    'the room and the centre took it',
    async () => (await secretary.get('sync.state', {})).toSend === 0,
  )
  expect((await secretary.get('sync.state', {})).toRegularise).toBe(0)
  // Of the project that is hers to mark she reads the description, and of nobody anything else.
  const all = told.join('\n')
  expect([...new Set(all.match(/marqueur-[a-z-]+/g))]).toEqual(['marqueur-projet-sien'])
  for (const words of ['Ada', 'Blaise', 'voisine']) expect(all).not.toContain(words)
  await secretary.get('room.guest-withdraw', { memberId: chloe })
  expect((await ask(origin, 'GET', '/guest/sheets', null, cookie)).status).toBe(401)
}, 120_000)

test('[HS9] what was written offline goes by a key to the room, and what the room said comes back by one', async () => {
  const { centre, secretary, sessionId, joined } = await sharedCommittee()
  const [, , chloe] = secretary.memberIds
  const member = await joined({ name: 'Chloé Exemple', role: 'member', memberId: chloe })
  await secretary.get('sync.now', {})
  const reader = await until('the secretary knows the laptop of the member', async () => {
    const readers = await secretary.get('bundle.recipients', {})
    return readers.find(({ memberId }) => memberId === chloe)?.deviceId ?? null
  })
  await member.get('sync.now', {})
  const hub = await until('the member knows the laptop of the secretary', async () => {
    const [first] = await member.get('bundle.recipients', {})
    return first?.deviceId ?? null
  })
  await secretary.get('room.open', { sessionId })
  await centre.stop()
  const key = { candidatureId: secretary.candidatureIds[0], evaluatorId: chloe }
  await member.get('sheet.mark', { ...key, criterionCode: 'PERT', mark })
  const toRoom = join(member.folder, 'vers-la-salle.delibere-cle')
  await member.get('bundle.export', { path: toRoom, to: { kind: 'device', deviceId: hub } })
  expect((await secretary.get('bundle.look', { path: toRoom })).isForThisLaptop).toBe(true)
  const nothing = { taken: 0, known: 1, attachments: 0, waiting: 0 }
  expect(await secretary.get('bundle.import', { path: toRoom })).toEqual({ ...nothing, taken: 1, known: 0 })
  expect(await secretary.get('bundle.import', { path: toRoom })).toEqual(nothing)
  await until('the mark is shown', async () => {
    const { sheet } = await secretary.get('sheet.get', key)
    return sheet.marks.PERT !== undefined
  })
  expect((await member.get('sync.state', {})).toSend).toBe(1)
  const back = join(secretary.folder, 'pour-chloe.delibere-cle')
  await secretary.get('bundle.export', { path: back, to: { kind: 'device', deviceId: reader } })
  await member.get('bundle.import', { path: back })
  expect((await member.get('sync.state', {})).toSend).toBe(0)
  expect((await member.get('bundle.import', { path: back })).taken).toBe(0)
}, 120_000)

interface Said {
  readonly status: number
  readonly text: string
  readonly cookie: string
}

/** As the page of the guests asks; the certificate of a room is its own. */
function asked(
  origin: string,
  method: 'GET' | 'POST',
  path: string,
  body: unknown = null,
  cookie = '',
  from = origin,
): Promise<Said> {
  return new Promise((settle, fail) => {
    const asked = request(
      `${origin}${path}`,
      { method, rejectUnauthorized: false, headers: { origin: from, cookie } },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () =>
          settle({
            status: response.statusCode ?? 0,
            text: Buffer.concat(chunks).toString(),
            cookie: (response.headers['set-cookie']?.[0] ?? '').split(';')[0] ?? '',
          }),
        )
      },
    )
    asked.on('error', fail)
    asked.end(body === null ? '' : JSON.stringify(body))
  })
}
