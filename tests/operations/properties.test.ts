import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { generateDeviceKeys, nodeCrypto, nodeSigner } from '#main/adapters/keys/nodeCrypto.ts'
import { checkpointHolds, signCheckpoint } from '#shared/operations/authority/checkpoint.ts'
import type { Entry } from '#shared/operations/authority/entry.ts'
import { headAfter, nextReceipt } from '#shared/operations/authority/receipts.ts'
import { receiveCommit } from '#shared/operations/authority/receiveCommit.ts'
import { type Lookups, lacks, missing, type Rows, type Table } from '#shared/operations/authority/rows.ts'
import { verdicts } from '#shared/operations/authority/verdict.ts'
import { verifyNextCommit } from '#shared/operations/chain.ts'
import type { CommittedOperation, SignedCommit } from '#shared/operations/commit.ts'
import { base64UrlEncode } from '#shared/operations/commitBase64Url.ts'
import { encodeCommit } from '#shared/operations/commitEncode.ts'
import { snapshotFor } from '#shared/operations/feed/snapshotFor.ts'
import { judge } from '#shared/operations/judge/judge.ts'
import { takeFeed } from '#shared/operations/replica/takeFeed.ts'
import { takeSnapshot } from '#shared/operations/replica/takeSnapshot.ts'
import { writers } from '#shared/operations/rights/writers.ts'
import { plainJson } from '#tests/support/plainNames.ts'
import { mark, openWorld, type Person, people, ports, sheetScope, type World } from './support/committee.ts'
import { keptWorld, rowsOf } from './support/copies.ts'
import { feedOf, statesFed, statesOf, testReplica } from './support/replica.ts'
import { samplesOn } from './support/samples.ts'

const persons = Object.keys(people) as Person[]
const kinds = Object.keys(writers)

const entity = fc.oneof(
  fc.constantFrom(
    'dossier/dos-1',
    'candidature/can-1',
    'sheet/can-1/m-anne',
    'recusal/can-1/m-anne',
    'session/ses-1',
  ),
  fc.constantFrom(
    '',
    '/',
    'sheet/',
    'sheet/a',
    'session/__proto__',
    'member/constructor',
    'lease/x',
    'nothing/1',
  ),
  fc.string(),
)
const scope = fc.oneof(
  fc.constantFrom('shared', 'office', 'control', 'dossier/dos-1', 'session/ses-1', sheetScope(1, 'm-anne')),
  fc.string(),
)
const near = samplesOn(openWorld())
/** Sound operations, altered ones, and noise. */
const operation: fc.Arbitrary<CommittedOperation> = fc
  .record({
    id: fc.constant('id'),
    k: fc.oneof(fc.constantFrom(...kinds), fc.string()),
    e: entity,
    d: plainJson(),
    x: fc.option(fc.nat(5), { nil: undefined }),
    ob: fc.option(fc.constantFrom('m-anne', 'm-chair', 'nobody'), { nil: undefined }),
  })
  .chain((noise) =>
    fc.constantFrom(...Object.values(near)).chain(({ operation: sample }) =>
      fc.constantFrom('sample', 'other data', 'other entity', 'noise').map((how): CommittedOperation => {
        const { x, ob, ...rest } = noise
        const named = { ...(x === undefined ? {} : { x }), ...(ob === undefined ? {} : { ob }) }
        const sound = { ...rest, k: sample.k, e: sample.e, d: sample.d, ...named }
        if (how === 'sample') return sound
        if (how === 'other data') return { ...sound, d: noise.d as CommittedOperation['d'] }
        if (how === 'other entity') return { ...sound, e: noise.e }
        return { ...rest, ...named, d: noise.d as CommittedOperation['d'] }
      }),
    ),
  )

describe('properties of the judge', () => {
  test('[SY6] total: whatever a known device signs has a verdict, and nothing throws', () => {
    const world = openWorld()
    const seen = new Set<string>()
    fc.assert(
      fc.property(
        fc.array(operation, { minLength: 1, maxLength: 4 }),
        scope,
        fc.constantFrom(...persons, 'secretary' as const, 'secretary' as const, 'chair' as const),
        fc.constantFrom(0, 1, 1, 1, 1, 2),
        (ops, claimed, person, sv) => {
          const of = Object.values(near).find(({ operation: { k } }) => k === ops[0]?.k)?.scope
          const header = {
            dev: `d-${person}`,
            seq: 99,
            usr: `u-${person}`,
            scope: sv === 0 ? claimed : (of ?? claimed),
            sv,
            base: null,
          }
          const judgement = judge(
            world.store,
            { header, ops, cid: 'cid' },
            { log: 'centre', epoch: 0, now: 0 },
            ports,
          )
          if (lacks(judgement)) return false
          seen.add(judgement.verdict)
          return (
            verdicts.includes(judgement.verdict) &&
            (judgement.verdict === 'ok' || judgement.changes.length === 0)
          )
        },
      ),
      { numRuns: 3000, seed: 5 },
    )
    // The generator reaches what it is for.
    expect([...seen].sort()).toEqual(
      expect.arrayContaining(['closed', 'forbidden', 'invalid', 'ok', 'unknown-schema']),
    )
  })

  test('[SY6] deterministic, and the same when rows are loaded one by one: what is lacked is asked, nothing is written', () => {
    const world = openWorld()
    for (const { scope: where, operation: sample } of Object.values(samplesOn(world)))
      for (const person of ['secretary', 'anne', 'admin'] as const) {
        const again = keptWorld(world)
        const commit = again().devices[person].sign(where, [sample])
        const arrival = { via: null, now: 7 }
        const whole = receiveCommit(world.store, commit, arrival, ports)
        expect(receiveCommit(world.store, commit, { ...arrival, now: 7 }, ports)).toEqual(whole)
        const loadedRows = new Set<string>()
        const sparse: Lookups = {
          row: <T extends Table>(table: T, key: string): Rows[T] | null | typeof missing =>
            loadedRows.has(`${table} ${key}`) ? world.store.row(table, key) : missing,
        }
        let answer = receiveCommit(sparse, commit, arrival, ports)
        for (let rounds = 0; lacks(answer) && rounds < 60; rounds++) {
          const before = loadedRows.size
          for (const { table, key } of answer.needs) loadedRows.add(`${table} ${key}`)
          expect(loadedRows.size).toBeGreaterThan(before)
          answer = receiveCommit(sparse, commit, arrival, ports)
        }
        expect(answer).toEqual(whole)
      }
  })

  test('[SY6] no clock changes a verdict: neither the author’s nor the authority’s', () => {
    const world = openWorld()
    const again = keptWorld(world)
    fc.assert(
      fc.property(
        fc.nat(),
        fc.nat(),
        fc.constantFrom(...Object.values(near)),
        (ms, now, { scope: where, operation: sample }) => {
          const verdictAt = (authorMs: number, authorityMs: number): unknown => {
            const here = again()
            const commit = here.devices.secretary.sign(where, [sample], { ms: authorMs })
            const step = receiveCommit(here.store, commit, { via: null, now: authorityMs }, ports)
            if (lacks(step)) throw new Error('loaded')
            return step.outputs.map(
              (output) => output.kind === 'entry' && [output.entry.verdict, output.entry.code],
            )
          }
          expect(verdictAt(ms, now)).toEqual(verdictAt(0, 0))
        },
      ),
      { numRuns: 60, seed: 5 },
    )
  })
})

/** A meeting of marks, titles, recusals, undos and refusals, drawn by numbers. */
function act(world: World, dice: readonly [number, number, number]): void {
  const [what, who, value] = dice
  const person = (['anne', 'bruno', 'secretary', 'instructor', 'chair'] as const)[who % 5] ?? 'anne'
  const own = people[person].memberId ?? 'm-anne'
  const number = (value % 3) + 1
  const dossier = `dossier/dos-${number}`
  switch (what % 6) {
    case 0:
    case 1:
      world.act(person, sheetScope(number, own), mark(number, own, (value % 21) * 100))
      break
    case 2:
      world.act(person, dossier, {
        k: 'dossier.change@1',
        e: dossier,
        d: { set: { title: `Titre ${value}` } },
      })
      break
    case 3:
      world.act(person, `recusal/${own}`, {
        k: 'recusal.declare@1',
        e: `recusal/can-${number}/${own}`,
        d: { reason: 'lien', legalBasis: '', counting: 'numerator' },
      })
      break
    case 4:
      world.act('chair', `session/ses-1/dossier/dos-${number}`, {
        k: value % 2 === 0 ? 'session.reveal@1' : 'session.write-debate@1',
        e: 'session/ses-1',
        d:
          value % 2 === 0
            ? { itemId: `item-${number}`, at: '10:00' }
            : { itemId: `item-${number}`, text: `${value}` },
      })
      break
    default: {
      const version = world.store.row('aggregate', dossier)?.version ?? 0
      world.act(person, dossier, {
        k: 'aggregate.revert@1',
        e: dossier,
        x: version,
        d: { toVersion: Math.max(0, version - 1) },
      })
    }
  }
}
const day = fc.array(fc.tuple(fc.nat(5), fc.nat(4), fc.nat(40)), { minLength: 5, maxLength: 25 })

describe('properties of copies', () => {
  test('[SY23] every copy is what the authority would hand its reader anew, however it was paged', () => {
    const start = keptWorld(openWorld())
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 9 }), fc.nat(24), (dice, page, pause) => {
        const world = start()
        const copies = persons.map((person) => testReplica(world, person))
        for (const [index, each] of dice.entries()) {
          act(world, each)
          if (index === pause) for (const copy of copies) copy.pull(world, page)
        }
        for (const copy of copies) {
          copy.pull(world, page)
          const anew = statesFed(snapshotFor(world.store, { user: `u-${copy.person}` }).rows)
          expect(statesOf(copy.store)).toEqual(anew)
        }
      }),
      { numRuns: 40, seed: 7 },
    )
  })

  test('[SY27] a snapshot at any place, then the rest, is the whole', () => {
    const start = keptWorld(openWorld())
    fc.assert(
      fc.property(day, fc.nat(24), (dice, k) => {
        const world = start()
        const copies = (['secretary', 'anne', 'instructor'] as const).map((person) =>
          testReplica(world, person),
        )
        for (const [index, each] of dice.entries()) {
          act(world, each)
          if (index !== k % dice.length) continue
          for (const copy of copies) {
            const { head, rows } = snapshotFor(world.store, { user: `u-${copy.person}` })
            copy.take(takeSnapshot(copy.store, head, [...rows]))
          }
        }
        for (const copy of copies) {
          copy.pull(world, 4)
          const whole = testReplica(world, copy.person)
          whole.pull(world, 100)
          expect(statesOf(copy.store)).toEqual(statesOf(whole.store))
        }
      }),
      { numRuns: 40, seed: 11 },
    )
  })

  test('[SY7] any message that comes again, at any time, changes nothing', () => {
    const start = keptWorld(openWorld())
    fc.assert(
      fc.property(day, fc.infiniteStream(fc.nat()), (dice, chance) => {
        const world = start()
        const commits: SignedCommit[] = []
        const spied: World = {
          ...world,
          act: (person, where, ...ops) => {
            const commit = world.devices[person].sign(where, ops)
            commits.push(commit)
            return world.receive(commit)
          },
        }
        for (const each of dice) act(spied, each)
        const copy = testReplica(world, 'anne')
        copy.pull(world, 5)
        const before = JSON.stringify([rowsOf(world.store), rowsOf(copy.store)])
        for (let times = 0; times < 12; times++) {
          const place = chance.next().value ?? 0
          const commit = commits[place % commits.length]
          if (commit !== undefined) world.receive(commit)
          const g = world.store.row('log', 'log')?.g ?? 0
          const stale = feedOf(world, 'anne', place % (g + 1), 3)
          if (stale.grants.length + stale.purges.length === 0)
            copy.take(takeFeed(copy.store, stale, nodeCrypto))
        }
        expect(JSON.stringify([rowsOf(world.store), rowsOf(copy.store)])).toBe(before)
      }),
      { numRuns: 30, seed: 13 },
    )
  })

  test('[SY7] the order in which the commits of one device arrive changes nothing', () => {
    const start = keptWorld(openWorld())
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }), (order) => {
        const straight = start()
        const commits = [0, 1, 2, 3, 4, 5].map((value) =>
          straight.devices.anne.sign(sheetScope(1, 'm-anne'), [mark(1, 'm-anne', value * 100)]),
        )
        for (const commit of commits) straight.receive(commit)
        const shuffled = start()
        for (const place of order) shuffled.receive(commits[place] as SignedCommit)
        expect(statesOf(shuffled.store)).toEqual(statesOf(straight.store))
        expect(shuffled.store.row('log', 'log')).toEqual(straight.store.row('log', 'log'))
      }),
      { numRuns: 40, seed: 17 },
    )
  })
})

describe('properties of bytes', () => {
  const keys = generateDeviceKeys()
  const signing = { ...nodeCrypto, ...nodeSigner(keys.privateKey) }
  const digest = fc.uint8Array({ minLength: 32, maxLength: 32 }).map(base64UrlEncode)
  const author = fc.record({
    org: fc.constant('org'),
    dev: fc.constant('d'),
    seq: fc.constant(1),
    prev: fc.constant(null),
    hlc: fc.tuple(fc.nat(), fc.nat()),
    usr: fc.string({ minLength: 1 }),
    scope: fc.string({ minLength: 1 }),
    sv: fc.nat(),
    app: fc.constant('test'),
    follow: fc.record({ log: fc.string({ minLength: 1 }), epoch: fc.nat() }),
    base: fc.option(fc.record({ g: fc.nat(), r: digest })),
  })
  const ops = [{ id: 'i', k: 'sheet.file@1', e: 'sheet/a/b', d: {} }]
  // A lone surrogate has no UTF-8: the codec writes U+FFFD, as the platform does.
  const whole = (text: string): string => text.toWellFormed()

  test('[SY15] a header carries what its author followed and had seen, and any flipped bit is refused', () => {
    fc.assert(
      fc.property(
        author,
        fc.nat(),
        fc.nat(7),
        fc.constantFrom('header', 'body', 'signature' as const),
        (by, at, bit, part) => {
          const commit = encodeCommit(by, ops, signing)
          if (!commit.ok) return false
          const device = { id: 'd', publicKey: keys.publicKey }
          const verified = verifyNextCommit(null, device, commit.value, nodeCrypto)
          if (!verified.ok) return false
          const { follow, base, usr } = verified.value.header
          expect({ follow, base, usr }).toEqual({
            follow: { ...by.follow, log: whole(by.follow.log) },
            base: by.base,
            usr: whole(by.usr),
          })
          const name = part as 'header' | 'body' | 'signature'
          const bytes = Uint8Array.from(commit.value[name])
          const index = at % bytes.length
          bytes[index] = (bytes[index] ?? 0) ^ (1 << bit)
          return !verifyNextCommit(null, device, { ...commit.value, [name]: bytes }, nodeCrypto).ok
        },
      ),
      { numRuns: 300, seed: 19 },
    )
  })

  test('[SY15] a base without the log that it is of is malformed', () => {
    const by = {
      org: 'o',
      dev: 'd',
      seq: 1,
      prev: null,
      hlc: [1, 0] as const,
      usr: 'u',
      scope: 's',
      sv: 1,
      app: 'a',
    }
    const commit = encodeCommit(
      { ...by, base: { g: 1, r: base64UrlEncode(new Uint8Array(32)) } },
      ops,
      signing,
    )
    if (!commit.ok) throw new Error(commit.refusal.code)
    const verified = verifyNextCommit(null, { id: 'd', publicKey: keys.publicKey }, commit.value, nodeCrypto)
    expect(verified.ok ? 'ok' : verified.refusal.code).toBe('commit.malformed')
  })

  test('[SY15] a receipt covers every field of its entry and all that came before', () => {
    const entry: Entry = { log: 'l', epoch: 0, g: 1, cid: 'c', verdict: 'ok', code: '', at: 1, via: null }
    const zero = new Uint8Array(32)
    const r = base64UrlEncode(nextReceipt(zero, entry, nodeCrypto))
    const others: Entry[] = [
      { ...entry, log: 'm' },
      { ...entry, epoch: 1 },
      { ...entry, g: 2 },
      { ...entry, cid: 'd' },
      { ...entry, verdict: 'late' },
      { ...entry, code: 'role' },
      { ...entry, at: 2 },
      { ...entry, via: 'x' },
    ]
    const receipts = others.map((other) => base64UrlEncode(nextReceipt(zero, other, nodeCrypto)))
    expect(new Set([r, ...receipts]).size).toBe(9)
    expect(base64UrlEncode(nextReceipt(new Uint8Array(32).fill(1), entry, nodeCrypto))).not.toBe(r)
    expect(headAfter({ log: 'l', epoch: 1, g: 0, r: zero }, entry, nodeCrypto)).toBe(null)
  })

  test('[SY15] a checkpoint is signed whole', () => {
    const signed = signCheckpoint({ log: 'l', epoch: 1, g: 3, r: new Uint8Array(32) }, 9, signing)
    expect(checkpointHolds(signed, keys.publicKey, nodeCrypto)).toBe(true)
    for (const change of [{ log: 'm' }, { epoch: 2 }, { g: 4 }, { r: 'x' }, { at: 10 }])
      expect(
        checkpointHolds(
          { ...signed, checkpoint: { ...signed.checkpoint, ...change } },
          keys.publicKey,
          nodeCrypto,
        ),
      ).toBe(false)
  })
})
