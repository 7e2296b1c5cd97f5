import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { nodeCrypto } from '#main/adapters/keys/nodeCrypto.ts'
import { base64UrlDecode } from '#shared/operations/commitBase64Url.ts'
import { verifyFirstSync } from '#shared/operations/first-sync/firstSyncManifest.ts'
import { ownKey } from '#shared/operations/replica/records.ts'
import type { WireFrame } from '#shared/operations/wire/wireFrame.ts'
import { agendaItem, mark, recusalDeclared, sheetScope } from '#tests/operations/support/committee.ts'
import { attachment } from '../support/attachment.ts'
import { ask } from '../support/client.ts'
import { foundedCommittee, joinedMember } from '../support/foundedCommittee.ts'
import { type Laptop, laptop } from '../support/laptop.ts'
import { type RunningServer, runningServer, stopServer } from '../support/runningServer.ts'
import { serverProcess } from '../support/serverProcess.ts'
import { overPostgres } from '../support/stores.ts'

// Whoever holds a key of a member and a program of his own: he asks everything that the wire has a word for, and says
// everything that it lets him say, to a real server. Markers stand in all that he may not have.

vi.setConfig({ testTimeout: 90_000, hookTimeout: 120_000 })

const markers = {
  markOfBruno: 'marqueur-note!',
  draft: 'marqueur-brouillon!',
  explanation: 'marqueur-explication!',
  report: 'marqueur-rapport!',
  recusedTitle: 'marqueur-titre!',
  recusedDebate: 'marqueur-debat!',
  recusedText: 'marqueur-description!',
  reason: 'marqueur-motif!',
  scenario: 'marqueur-pari!',
}

/** What a member never read, before she was recused either. */
const neverHers = ['markOfBruno', 'draft', 'explanation', 'report', 'reason', 'scenario'] as const

let folder: string
let server: RunningServer
let all: Laptop[] = []
let secretary: Laptop
let anne: Laptop
let bruno: Laptop

/** @param more what the database is named by */
const begin = async (more: Readonly<Record<string, string>>) => {
  server = await runningServer({
    ...more,
    DELIBERE_SERVER_DATA: join(folder, 'data'),
    DELIBERE_SERVER_LOG: 'info',
    DELIBERE_SERVER_METRICS_TOKEN: metricsToken,
  })
  secretary = await foundedCommittee(server.place, server.firstCode ?? '')
  anne = await joinedMember(secretary, server.place, 'anne')
  bruno = await joinedMember(secretary, server.place, 'bruno')
  all = [secretary, anne, bruno]
  for (const one of all) await one.connect()
  await plant()
}
const metricsToken = 'un-jeton-pour-les-mesures'

describe('SQLite', () => {
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'delibere-modified-'))
    await begin({})
  })
  suite()
})

overPostgres((kind) => {
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'delibere-modified-'))
    const settings = await kind.newSettings()
    const key = join(folder, 'authority.pem')
    await serverProcess(['make-key', key], {}).ended()
    await begin({
      DATABASE_URL: settings.kind === 'postgres' ? settings.url : '',
      DELIBERE_SERVER_AUTHORITY_KEY_FILE: key,
    })
  })
  suite()
})

afterEach(async () => {
  for (const one of all) one.exchange.close()
  await stopServer(server, 'SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

/** Markers where they must not be found by Anne, who is recused from the third dossier. */
async function plant(): Promise<void> {
  for (const one of all) await one.caughtUp()
  const session = (k: string, d: object) => ({ k, e: 'session/ses-1', d: d as never })
  const note = mark(1, 'm-bruno', 900)
  const { gridId, criterionCode } = note.d as { gridId: string; criterionCode: string }
  const kept = { kind: 'value', hundredths: 900, comment: markers.markOfBruno } as const
  bruno.write(sheetScope(1, 'm-bruno'), { ...note, d: { gridId, criterionCode, mark: kept } })
  await bruno.caughtUp()
  const agenda = [1, 2, 3].map((number) => ({
    ...(agendaItem(number) as object),
    title: number === 3 ? markers.recusedTitle : `Point ${number}`,
  }))
  const described = { set: { description: markers.recusedText } }
  const analysed = { set: { analysis: markers.report } }
  const opened = { callId: 'call-1', name: markers.scenario, origin: 'blank', lines: {} }
  const debated = { itemId: 'item-3', text: markers.recusedDebate }
  const drafted = { itemId: 'item-1', draft: markers.draft }
  const explained = { check: 'debate-empty', text: markers.explanation }
  secretary.write('session/ses-1', session('session.change@1', { set: { agenda } }))
  secretary.write('session/ses-1/dossier/dos-3', session('session.write-debate@1', debated))
  secretary.write('session/ses-1/dossier/dos-1/room', session('session.keep-draft@1', drafted))
  secretary.write('session/ses-1/room', session('session.explain@1', explained))
  secretary.write('dossier/dos-3', { k: 'dossier.change@1', e: 'dossier/dos-3', d: described })
  secretary.write('office/dossier/dos-1', { k: 'instruction.change@1', e: 'instruction/can-1', d: analysed })
  secretary.write('office', { k: 'scenario.open@1', e: 'scenario/sc-1', d: opened as never })
  secretary.write('recusal/m-bruno', {
    ...recusalDeclared(2, 'm-bruno'),
    ob: 'm-bruno',
    d: { reason: markers.reason, legalBasis: '', counting: 'numerator' },
  })
  await secretary.caughtUp()
  const verdicts = [...secretary.copy.scan('own')].map(([, { ruling }]) => ruling?.verdict)
  expect(verdicts).toEqual(verdicts.map(() => 'ok'))
  anne.write('recusal/m-anne', recusalDeclared(3, 'm-anne'))
  for (const one of all) await one.caughtUp()
}

const found = (told: unknown): readonly string[] => {
  const text = JSON.stringify(told, (_key, value: unknown) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : value,
  )
  return Object.values(markers).filter((marker) => text.includes(marker))
}
const entitiesOf = (one: Laptop): readonly string[] =>
  [...one.copy.scan('aggregate')].map(([entity]) => entity)

/** What the authority says to raw frames, until the channel is shut or it was quiet for a moment. */
async function toldOf(one: Laptop, ...frames: readonly WireFrame[]): Promise<readonly unknown[]> {
  const channel = one.channel()
  const told: unknown[] = []
  const shut = new Promise<void>((resolve) =>
    channel?.onClose((end) => {
      told.push(end)
      resolve()
    }),
  )
  for (const frame of frames) channel?.send(frame)
  await Promise.race([shut, one.exchange.ask('standing', {}).then(() => null)])
  return told
}

function suite(): void {
  test('[SY3] [SY54] whatever a member asks of the centre by name, nothing that he may not have is in the answers', async () => {
    expect(found([...secretary.copy.scan('aggregate')])).toEqual(Object.values(markers))
    const entities = [...entitiesOf(secretary), 'user/x', 'mandate/x', 'lease/x', 'document/x', 'session/x']
    const rows = await anne.exchange.ask('rows', { entities })
    const copy = await anne.exchange.ask('copy', {})
    const directory = await anne.exchange.ask('directory', {})
    const leases = await anne.exchange.ask('leases', { known: ['ses-1', 'l-1'] })
    expect([rows.ok, copy.ok, directory.ok, leases.ok]).toEqual([true, true, true, true])
    expect(found([rows, copy, directory, leases])).toEqual([])
    // Only herself and the names of the others: no mandate, no head of a chain.
    expect(new Set(directory.ok ? directory.value.rows.map(({ table }) => table) : [])).toEqual(
      new Set(['user', 'device']),
    )
    expect(await anne.exchange.ask('rows', { entities: Array(201).fill('dossier/dos-1') })).toMatchObject({
      ok: false,
    })
    // A second machine of hers begins at the first entry: what was said before the recusal is not said again.
    const invited = await secretary.ask('POST', 'invitations', {
      name: 'anne',
      userId: anne.user(),
      role: null,
    })
    const second = laptop(server.place, 'd-anne-2')
    all.push(second)
    await second.join(invited.body.code)
    await second.connect()
    await second.caughtUp()
    expect(found([...second.copy.scan('commit'), ...second.copy.scan('aggregate')])).toEqual([])
    expect(
      found([...anne.copy.scan('commit'), ...anne.copy.scan('aggregate'), ...anne.copy.scan('base')]),
    ).toEqual([])
    // Every frame of her life, kept or not, and every one of her second machine.
    const never = neverHers.map((name) => markers[name])
    expect(found(secretary.heard).length).toBeGreaterThan(0)
    expect(found(anne.heard).filter((marker) => never.includes(marker))).toEqual([])
    expect(found(second.heard)).toEqual([])
  })

  test('[SV24] [BL8] the first copy of another reader, a guessed attachment and a seed are not given', async () => {
    const manifests = await secretary.exchange.ask('first-sync', {})
    if (!manifests.ok) throw new Error(manifests.why)
    const { body } = await ask(server.address, 'GET', '/v1/server')
    const authority = base64UrlDecode(body.authority) ?? new Uint8Array()
    const [signed] = manifests.value.manifests
    const manifest = signed && verifyFirstSync(signed, authority, nodeCrypto)
    const chunk = manifest?.ok ? (manifest.value.chunks[0]?.sha256 ?? '') : ''
    expect(chunk).not.toBe('')
    expect((await secretary.exchange.ask('first-sync-chunk', { sha256: chunk })).ok).toBe(true)
    const stolen = await anne.exchange.ask('first-sync-chunk', { sha256: chunk })
    const guessed = await anne.exchange.ask('first-sync-chunk', { sha256: chunk.replace(/^./, 'A') })
    expect([stolen.ok, stolen]).toEqual([false, guessed])
    expect(found(await anne.firstCopy())).toEqual([])
    expect(found(await secretary.firstCopy())).toEqual(Object.values(markers))
    const lease = { session: 'ses-1', hub: 'd-secretary', successors: [], from: 0, to: 1 }
    const given = await secretary.ask('POST', 'leases', lease)
    expect(given.status).toBe(201)
    const seed = await anne.exchange.ask('lease-seed', { lease: given.body.lease })
    expect([seed.ok, seed]).toEqual([
      false,
      await anne.exchange.ask('lease-seed', { lease: 'no-such-lease' }),
    ])
    // An attachment that is there for others, whose digest she guessed, and one that nobody ever had get one answer.
    const theirs = attachment(markers.draft)
    secretary.write('office', theirs.template('t-1'))
    await secretary.caughtUp()
    expect([await theirs.send(secretary), (await theirs.fetch(secretary)).status]).toEqual([[200, 200], 200])
    const answers = []
    for (const one of [theirs, attachment('never sent')])
      answers.push([
        (await theirs.fetch(anne)).status,
        await one.fetch(anne),
        await one.send(anne),
        // The same over HTTPS, with her session.
        await anne.ask('GET', `blobs/${one.sha256}/0`),
        await anne.ask('HEAD', `blobs/${one.sha256}/${'0'.repeat(64)}`),
      ])
    expect((await secretary.ask('GET', `blobs/${theirs.sha256}/0`)).status).toBe(200)
    expect(answers.map(([status]) => status)).toEqual([404, 404])
    expect(answers[0]).toEqual(answers[1])
  })

  test('[SY6] [SY14] what she signs in another name, for another scope, or says of others changes nothing and tells nothing', async () => {
    const told: string[] = []
    const tries = [
      [sheetScope(1, 'm-bruno'), mark(1, 'm-bruno', 100)],
      [sheetScope(1, 'm-anne'), { ...mark(1, 'm-anne', 100), ob: 'm-bruno' }],
      ['shared', mark(1, 'm-anne', 100)],
      [sheetScope(3, 'm-anne'), mark(3, 'm-anne', 100)],
      [
        'control',
        {
          k: 'mandate.give@1',
          e: 'mandate/m-x',
          d: { user: anne.user(), role: 'chair', memberId: null, dossiers: [] },
        },
      ],
      ['recusal/m-anne', { k: 'recusal.lift@1', e: 'recusal/can-3/m-anne', d: { reason: 'x' } }],
      ['session/ses-1', { k: 'session.change@1', e: 'session/ses-1', d: { set: { place: 'x' } } }],
    ] as const
    for (const [scope, operation] of tries) anne.write(scope, operation)
    await anne.caughtUp()
    const head = anne.copy.row('ownHead', 'own')?.seq ?? 0
    for (let seq = head - tries.length + 1; seq <= head; seq++) {
      const ruling = anne.copy.row('own', ownKey({ dev: 'd-anne', seq }))?.ruling
      told.push(`${ruling?.verdict}/${ruling?.code}`)
    }
    expect(told).toEqual([
      'forbidden/single-writer',
      'forbidden/on-behalf',
      'invalid/scope',
      'recused/recused',
      'forbidden/role',
      'forbidden/role',
      'forbidden/role',
    ])
    // Another's commit, whole, under her own connection: said twice it changes nothing; altered it is no commit.
    const [[, theirs] = []] = [...bruno.copy.scan('own')]
    if (theirs === undefined) throw new Error('bruno wrote nothing')
    const before = await secretary.exchange.ask('standing', {})
    const { header, body, signature } = theirs.commit
    const forged = new Uint8Array(body)
    forged[forged.length - 3] = 48
    anne.channel()?.send({
      type: 'push',
      batch: 900,
      commits: [
        { header, body, signature },
        { header, body: forged, signature },
      ],
    })
    await anne.disconnect()
    await anne.connect()
    await anne.caughtUp()
    expect(await secretary.exchange.ask('standing', {})).toEqual(before)
  })

  test('[NW3] a word out of place shuts her out, and the log of nobody else is opened by asking', async () => {
    const other = { ...server.place, organisation: '01900000-0000-7000-8000-000000000000' }
    const stranger = laptop(other, 'd-anne')
    expect(await stranger.refusedConnection()).not.toBe('')
    const unknown = laptop(server.place, 'd-nobody')
    const forger = laptop(server.place, 'd-anne')
    // Only the identifier of a laptop that is known, which is drawn at random, is answered otherwise than one that is not.
    expect(await unknown.refusedConnection()).toMatch(/^account.device-refused/)
    expect(await forger.refusedConnection()).toMatch(/^account.proof-refused/)
    for (const one of [stranger, unknown, forger]) one.exchange.close()
    const told = await toldOf(anne, {
      type: 'pull',
      log: 'centre/other',
      after: 0,
      limitBytes: 1_000_000,
      whole: false,
    })
    expect(found(told)).toEqual([])
    expect(told).toMatchObject([{ kind: 'said', reason: 'malformed' }])
  })

  test('[SV11] [SV16] accounts of others are not hers, and what the server writes names neither marks nor people', async () => {
    const asked = [
      ['GET', 'users'],
      ['GET', 'invitations'],
      ['POST', 'invitations', { name: 'x', role: 'chair', memberId: null }],
      ['POST', 'mandates', { userId: anne.user(), role: 'secretariat' }],
      ['DELETE', `mandates/${anne.user()}`],
      ['POST', 'devices/d-bruno/revoke', { cause: 'retired' }],
      ['POST', 'devices/d-nobody/revoke', { cause: 'retired' }],
      ['POST', 'leases', { session: 'ses-1', hub: 'd-anne', from: 0, to: 1 }],
      ['POST', 'leases/l-1/void', { reason: 'x' }],
      ['POST', 'erasures', { commits: ['x'], reason: 'x' }],
      ['POST', 'founding/finish'],
    ] as const
    const told = []
    for (const [method, path, body] of asked) {
      const answered = await anne.ask(method, path, body)
      told.push([path.replace(/d-\w+/, 'd'), answered.status, answered.body.code])
      expect(found(answered.body)).toEqual([])
    }
    expect(told).toEqual(told.map(([path]) => [path, 403, 'account.not-allowed']))
    // Revoked, she learns nothing more, by any door.
    const revoked = await secretary.ask('POST', 'devices/d-anne/revoke', { cause: 'compromised' })
    expect(revoked.status).toBe(204)
    expect(await anne.refusedConnection()).toMatch(/proof-refused/)
    expect(await anne.contact()).toBe(403)
    const after = await anne.ask('GET', 'users')
    expect([401, 403]).toContain(after.status)
    const measured = await ask(server.address, 'GET', '/metrics', {
      headers: { authorization: `Bearer ${metricsToken}` },
    })
    expect(measured.body).toContain('delibere_sync_entries_total{verdict="ok"}')
    const output = `${server.process.output()}\n${measured.body}`
    expect(found(output)).toEqual([])
    for (const name of ['Camille Secrétaire', 'm-bruno', 'dos-3', 'can-3']) expect(output).not.toContain(name)
    // What lies beside the database tells nothing either.
    const beside = readdirSync(join(folder, 'data')).filter((name) => !name.startsWith('server.db'))
    for (const name of beside)
      if (!name.includes('.') || /\.(log|json|txt)$/.test(name)) {
        try {
          expect(found(readFileSync(join(folder, 'data', name), 'utf8'))).toEqual([])
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code !== 'EISDIR') throw error
        }
      }
  })

  test('[SY55] what is withheld from her is told alike, whatever it is, whoever wrote it, of whatever dossier', async () => {
    const session = (k: string, d: object) => ({ k, e: 'session/ses-1', d: d as never })
    const acts: readonly (readonly [Laptop, () => void])[] = [
      [bruno, () => bruno.write(sheetScope(1, 'm-bruno'), mark(1, 'm-bruno', 1200))],
      [bruno, () => bruno.write(sheetScope(3, 'm-bruno'), mark(3, 'm-bruno', 300))],
      [
        secretary,
        () =>
          secretary.write(
            'session/ses-1/room',
            session('session.explain@1', { check: 'debate-empty', text: 'long '.repeat(200) }),
          ),
      ],
      [
        secretary,
        () =>
          secretary.write(
            'session/ses-1/dossier/dos-3',
            session('session.write-debate@1', { itemId: 'item-3', text: 'x' }),
          ),
      ],
    ]
    const told: unknown[] = []
    for (const [author, write] of acts) {
      await anne.caughtUp()
      anne.heard.length = 0
      write()
      await author.caughtUp()
      await anne.caughtUp()
      const feeds = anne.heard.filter(({ type }) => type === 'feed')
      expect(feeds.length).toBeGreaterThan(0)
      told.push(feeds.map((frame) => shapeOf(frame)))
    }
    expect(told).toEqual(told.map(() => told[0]))
    // What she may read has another form: the comparison would have seen it.
    await anne.caughtUp()
    anne.heard.length = 0
    secretary.write('session/ses-1', session('session.change@1', { set: { place: 'Auray' } }))
    await secretary.caughtUp()
    await anne.caughtUp()
    expect(anne.heard.filter(({ type }) => type === 'feed').map((frame) => shapeOf(frame))).not.toEqual(
      told[0],
    )
  })
}

/** What somebody who only watches sees: which members, how long; neither the place in the log, nor when, nor digests. */
function shapeOf(value: unknown): unknown {
  if (value instanceof Uint8Array) return `${value.length} bytes`
  if (typeof value === 'string') return `${value.length} characters`
  if (Array.isArray(value)) return value.map(shapeOf)
  if (typeof value !== 'object' || value === null) return typeof value === 'number' ? 'a number' : value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, shapeOf(one)]))
}
