import { beforeAll, describe, expect, test } from 'vitest'
import { memoryRows } from '#shared/operations/authority/memoryRows.ts'
import type { SignedCommit } from '#shared/operations/commit.ts'
import { endLease } from '#shared/operations/lease/endLease.ts'
import type { Lease } from '#shared/operations/lease/lease.ts'
import { leaseSeed } from '#shared/operations/lease/leaseSeed.ts'
import type { AnyKind } from '#shared/operations/rights/writers.ts'
import {
  agendaItem,
  attends,
  committeeWorld,
  opens,
  type Person,
  people,
  ports,
  recusalDeclared,
  verdictOf,
  type World,
  worldOver,
  written,
} from './support/committee.ts'
import { keptWorld } from './support/copies.ts'
import type { TestOperation } from './support/device.ts'
import { outcomeNow, readyToClose, type Sample, samplesOn } from './support/samples.ts'

// The whole matrix person × kind × state × path against an oracle that is written from the text of SPEC.md alone, in the
// shape of sentences, and knows nothing of the tables of the code.

const states = ['planned', 'open', 'closed', 'recused'] as const
type State = (typeof states)[number]

/** SY3, SY9, SY10, SY12, SY14, SY30: « who » may write « what ». */
const sentences: readonly (readonly [who: string, what: RegExp])[] = [
  [
    'secretary',
    /^(committee|member|grid|call|issuer|dossier|candidature|instruction|import|document|template|scenario|sheet|recusal|session|aggregate)\./,
  ],
  ['secretary', /^(lease\.|erasure\.)/],
  ['instructor', /^(dossier|candidature|instruction|import|document|aggregate)\./],
  ['chair', /^(session|lease)\./],
  ['chair', /^(recusal\.(assess|lift)|scenario\.adopt|grid\.lock)@/],
  ['anne', /^sheet\.(mark|fill|file|reopen)@/],
  ['anne', /^recusal\.declare@/],
  // What a log was founded on is said by its centre, before anybody writes [SY61].
  ['admin', /^(user|device(?!\.found@)|mandate|erasure)\./],
  ['admin', /^lease\.(grant|void)@/],
]

/** SY8, SY12: what the state of the session, the freeze of its first dossier and a recusal of Anne on it change. */
function oracle(person: Person, kind: AnyKind, state: State): string {
  if (!sentences.some(([who, what]) => who === person && what.test(kind))) return 'forbidden'
  // There is no lease to void in the world of the matrix.
  if (kind === 'lease.void@1') return 'invalid'
  const follows = /^session\.(rectify|minutes|record-act)@/.test(kind)
  if (state === 'closed') {
    if (/^session\./.test(kind) && kind !== 'session.plan@1') return follows ? 'ok' : 'late'
    if (/^(dossier\.change|candidature\.change|sheet\.)/.test(kind)) return 'late'
    return 'ok'
  }
  if (follows) return 'closed'
  if (/^sheet\./.test(kind) && state === 'recused') return 'recused'
  if (kind === 'session.open@1') return state === 'planned' ? 'ok' : 'closed'
  const inSession = /^session\.(move|point|pause|resume|reveal|decide|amend|correct-hour|close)@/.test(kind)
  return inSession && state === 'planned' ? 'closed' : 'ok'
}

const scenario = {
  k: 'scenario.open@1',
  e: 'scenario/sc-1',
  d: { callId: 'call-1', name: 'S', origin: 'blank', lines: {} },
}
const version = { version: 1, sha256: 'a', fileName: 'a.docx', addedOn: '2026-01-01' }
const template = { k: 'template.add@1', e: 'template/t-1', d: { document: 'minutes', name: 'T', version } }
const issued = {
  k: 'document.issue@1',
  e: 'document/doc-1',
  d: { document: 'minutes', sha256: 'a', factsDigest: 'b', format: 'pdf', sessionId: 'ses-1' },
}

/** Everything that a sample of the matrix stands on, with the session still to come. */
function prepared(): World {
  const world = committeeWorld()
  const done = (...outcome: Parameters<World['verdict']>): void => {
    const verdict = world.verdict(...outcome)
    if (verdict !== 'ok') throw new Error(verdict)
  }
  done('secretary', 'office', scenario, template, issued)
  done('secretary', 'dossier/dos-3', {
    k: 'dossier.change@1',
    e: 'dossier/dos-3',
    d: { set: { title: 'Autre' } },
  })
  done('bruno', 'recusal/m-bruno', recusalDeclared(3, 'm-bruno'))
  done('secretary', 'session/ses-2', {
    k: 'session.plan@1',
    e: 'session/ses-2',
    d: {
      callId: 'call-1',
      date: '',
      place: '',
      secondConvocation: false,
      convocation: null,
      agenda: [{ ...agendaItem(1), candidatureId: null, kind: 'free' }],
    },
  })
  done('secretary', 'session/ses-1', ...['m-chair', 'm-anne', 'm-bruno'].map(attends))
  return world
}

type Act = (person: Person, scope: string, ...operations: readonly TestOperation[]) => string

/** Leads the session to its state, where it is ordered. */
function leadTo(state: State, act: Act, world: World): void {
  const done = (verdict: string): void => {
    if (verdict !== 'ok') throw new Error(verdict)
  }
  if (state === 'recused') done(act('anne', 'recusal/m-anne', recusalDeclared(1, 'm-anne')))
  if (state === 'planned') return
  done(act('secretary', 'session/ses-1', opens))
  const decides = {
    k: 'session.decide@1',
    e: 'session/ses-1',
    d: { itemId: 'item-1', outcome: outcomeNow(world, 1) },
  }
  done(act('secretary', 'session/ses-1/dossier/dos-1', decides))
  if (state !== 'closed') return
  for (const { scope, operation } of readyToClose(world)) done(act('secretary', scope, operation))
  const { scope, operation } = samplesOn(world)['session.close@1']
  done(act('chair', scope, operation))
}

/** Signs and receives, keeping what was signed. */
const saidIn =
  (world: World, said: SignedCommit[]): Act =>
  (person, scope, ...operations) => {
    const commit = world.devices[person].sign(scope, operations)
    said.push(commit)
    return verdictOf(world.receive(commit))
  }

/** What is tried; before a closing, all that a closing asks for is said. */
function ready(kind: AnyKind, state: State, sample: Sample, act: Act, world: World): Sample {
  if (kind !== 'session.close@1' || state === 'planned' || state === 'closed') return sample
  for (const { scope, operation } of readyToClose(world))
    if (act('secretary', scope, operation) !== 'ok') throw new Error('not made ready')
  return samplesOn(world)['session.close@1']
}

/** The secretariat keys in the name of whom it names; the others in theirs. */
const signed = ({ operation }: Sample, person: Person): TestOperation => {
  if (person !== 'secretary') return operation
  if (operation.k.startsWith('sheet.') || operation.k === 'recusal.declare@1')
    return { ...operation, ob: 'm-anne' }
  return operation.k.startsWith('recusal.') ? { ...operation, ob: 'm-chair' } : operation
}

const persons = Object.keys(people) as Person[]

describe('rights, straight to the centre', () => {
  for (const state of states) {
    let again: () => World
    let samples: Readonly<Record<AnyKind, Sample>>
    beforeAll(() => {
      const world = prepared()
      leadTo(state, world.verdict, world)
      samples = samplesOn(world)
      again = keptWorld(world)
    })
    test(`[SY3][SY12][SY14] ${state}: every person × every kind`, () => {
      const told: Record<string, string> = {}
      const expected: Record<string, string> = {}
      for (const [kind, sample] of Object.entries(samples) as [AnyKind, Sample][])
        for (const person of persons) {
          const world = again()
          const judged = ready(kind, state, sample, world.verdict, world)
          const verdict = world.verdict(person, judged.scope, signed(judged, person))
          told[`${person} ${kind}`] = verdict.split('/')[0] ?? ''
          expected[`${person} ${kind}`] = oracle(person, kind, state)
        }
      expect(told).toEqual(expected)
    })
  }
})

describe('rights, through a hub', () => {
  for (const state of states)
    test(`[SY3][SY18][SY20] ${state}: the hub says what the centre says, or carries it`, () => {
      const centre = prepared()
      const lease = { session: 'ses-1', hub: 'd-secretary', successors: [], from: 0, to: 1 }
      expect(centre.verdict('secretary', 'control', { k: 'lease.grant@1', e: 'lease/l-2', d: lease })).toBe(
        'ok',
      )
      const granted = centre.store.row('lease', 'l-2') as Lease
      const room = worldOver(memoryRows(leaseSeed(centre.store, granted)), centre.devices)
      const before: SignedCommit[] = []
      const act = saidIn(room, before)
      leadTo(state, act, room)
      const samples = samplesOn(room)
      const roomAgain = keptWorld(room)
      const centreAgain = keptWorld(centre)
      const told: Record<string, string> = {}
      const expected: Record<string, string> = {}
      for (const [kind, sample] of Object.entries(samples) as [AnyKind, Sample][])
        for (const person of persons) {
          const ending = centreAgain()
          const hub = roomAgain()
          const said: SignedCommit[] = []
          const say = saidIn(hub, said)
          const judged = ready(kind, state, sample, say, hub)
          const commit = hub.devices[person].sign(judged.scope, [signed(judged, person)])
          const inRoom = verdictOf(hub.receive(commit)).split('/')[0] ?? ''
          const entries = [...hub.store.scan('entry')].map(([, { entry }]) => entry)
          const outputs = written(
            ending.store,
            endLease(
              ending.store,
              { lease: 'l-2', entries, commits: [...before, ...said, commit] },
              9,
              ports,
            ),
          )
          const cid = Buffer.from(commit.id).toString('base64url')
          const back = ending.store.row('commit', cid)?.ruling?.verdict ?? 'none'
          const incidents = outputs.filter(({ kind: said }) => said === 'incident').length
          const isRoom = inRoom !== 'carried'
          told[`${person} ${kind}`] = `${isRoom ? inRoom : back} ${back} ${incidents}`
          const verdict = oracle(person, kind, isRoom ? state : carriedState(kind, state))
          expected[`${person} ${kind}`] = `${verdict} ${verdict} 0`
        }
      expect(told).toEqual(expected)
    })
})

/** What a hub carries is judged by the centre as it comes, before the order of the room. */
const carriedState = (kind: AnyKind, state: State): State =>
  /^(session|sheet|recusal)\./.test(kind) ? 'planned' : state
