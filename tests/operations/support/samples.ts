import { closingCodes, isExplainable } from '#shared/domain/session/closingCodes.ts'
import { itemQuorum } from '#shared/domain/session/itemQuorum.ts'
import type { Session } from '#shared/domain/session/session.ts'
import type { Json } from '#shared/kernel/canonicalJson.ts'
import { openDraft } from '#shared/operations/authority/draft.ts'
import { roomOf } from '#shared/operations/judge/roomOf.ts'
import type { AnyKind } from '#shared/operations/rights/writers.ts'
import {
  agendaItem,
  applicant,
  candidatureSubmitted,
  closingDigest,
  dossierRegistered,
  mark,
  recusalDeclared,
  sheetScope,
  type World,
} from './committee.ts'
import type { TestOperation } from './device.ts'

export interface Sample {
  readonly scope: string
  readonly operation: TestOperation
}

const session = (k: string, d: Json, point = false, room = false): Sample => ({
  scope: `session/ses-1${point ? '/dossier/dos-2' : ''}${room ? '/room' : ''}`,
  operation: { k, e: 'session/ses-1', d },
})
const shared = (k: string, e: string, d: Json): Sample => ({ scope: 'shared', operation: { k, e, d, x: 99 } })
const office = (k: string, e: string, d: Json): Sample => ({ scope: 'office', operation: { k, e, d, x: 99 } })
const control = (k: string, e: string, d: Json): Sample => ({ scope: 'control', operation: { k, e, d } })
const sheet = (k: string, d: Json): Sample => ({
  scope: sheetScope(1, 'm-anne'),
  operation: { k, e: 'sheet/can-1/m-anne', d },
})
const member = {
  firstName: 'Z',
  lastName: 'Z',
  capacity: '',
  role: 'member',
  voice: 'consultative',
  inOffice: true,
}
const version = { version: 1, sha256: 'a', fileName: 'a.docx', addedOn: '2026-01-01' }
const issue = { document: 'minutes', sha256: 'a', factsDigest: 'b', format: 'pdf' }
const key = 'A'.repeat(43)

/** The room as it is, and what was decided there. */
export function outcomeNow(world: Pick<World, 'store'>, number: number, opinion = 'favourable'): Json {
  const rows = openDraft(world.store)
  const state = rows.row('aggregate', 'session/ses-1')?.state as Session
  const quorum = itemQuorum(state, roomOf(rows, state, `can-${number}`), `can-${number}`)
  const presentIds = Object.keys(state.attendance).sort()
  const recused = roomOf(rows, state, `can-${number}`).recusals.filter(({ status }) => status !== 'set-aside')
  const voters = presentIds.length - recused.length
  const counts = { abstention: 0, against: 0, notTakingPart: 0, for: voters }
  return {
    opinion,
    amountCents: opinion === 'favourable' ? 50_000 : null,
    conditions: '',
    rationale: { legal: '', factual: `motif-${number}` },
    vote:
      opinion === 'favourable'
        ? {
            method: 'show-of-hands',
            ...counts,
            named: null,
            castingVote: false,
            adopted: true,
            disagreements: [],
          }
        : null,
    quorum: quorum as unknown as Json,
    presentIds,
    recused: recused.map(({ memberId, counting }) => ({
      memberId,
      leftAt: '09:10',
      returnedAt: '09:20',
      counting,
    })),
    proxies: [],
    decidedAt: '09:20',
  }
}

/** What the closing of the session names, were it closed now; no digest while it is not fit for it. */
export function closing(world: Pick<World, 'store'>): Json {
  const act = { at: '12:00', number: 'PV-1' }
  return { ...act, factsDigest: closingDigest(openDraft(world.store), 'ses-1', act) ?? 'not fit' }
}

/** What is still to be said before the open session may be closed: points without outcome put off, every check explained. */
export function readyToClose(world: Pick<World, 'store'>): readonly Sample[] {
  const session1 = world.store.row('aggregate', 'session/ses-1')?.state as Session | null | undefined
  const undecided = (session1?.agenda ?? []).filter(({ outcome }) => outcome === null)
  return [
    ...undecided.map(({ id }): Sample => {
      const number = Number(id.slice('item-'.length))
      const outcome = outcomeNow(world, number, 'deferred')
      return {
        scope: `session/ses-1/dossier/dos-${number}`,
        operation: { k: 'session.decide@1', e: 'session/ses-1', d: { itemId: id, outcome } },
      }
    }),
    session('session.change@1', { set: { discussion: 'Le comité a délibéré.' } }),
    ...Object.keys(closingCodes)
      .filter(isExplainable)
      .map((check) => session('session.explain@1', { check, text: 'parce que' }, false, true)),
  ]
}

/** One valid operation of every kind, on the world of the matrix. Total: a new kind asks for its sample. */
export const samplesOn = (world: World): Readonly<Record<AnyKind, Sample>> => ({
  'committee.define@1': shared('committee.define@1', 'committee/c2', {
    name: 'B',
    instanceType: 'jury_ad_hoc',
    decidingAuthority: '',
    place: '',
    recusalCounting: 'numerator',
  }),
  'committee.change@1': shared('committee.change@1', 'committee/instance', { set: { place: 'Auray' } }),
  'member.add@1': shared('member.add@1', 'member/m-new', member),
  'member.change@1': shared('member.change@1', 'member/m-anne', { set: { capacity: 'adjointe' } }),
  'grid.draft@1': shared('grid.draft@1', 'grid/grid-9', {
    label: 'G',
    version: 1,
    replaces: null,
    sections: [],
  }),
  'grid.change@1': shared('grid.change@1', 'grid/grid-1', { set: { label: 'Autre' } }),
  'grid.lock@1': shared('grid.lock@1', 'grid/grid-1', {}),
  'call.open@1': shared('call.open@1', 'call/call-9', {
    ...(world.store.row('aggregate', 'call/call-1')?.state as unknown as { [key: string]: Json }),
    id: undefined,
  }),
  'call.change@1': shared('call.change@1', 'call/call-1', { set: { name: 'Autre' } }),
  'dossier.register@1': { scope: 'dossier/dos-9', operation: dossierRegistered(9) },
  'dossier.change@1': {
    scope: 'dossier/dos-1',
    operation: {
      k: 'dossier.change@1',
      e: 'dossier/dos-1',
      x: 99,
      d: { set: { applicant: applicant('Auray') } },
    },
  },
  'candidature.submit@1': { scope: 'dossier/dos-2', operation: candidatureSubmitted(9, 'dos-2') },
  'candidature.change@1': {
    scope: 'dossier/dos-1',
    operation: {
      k: 'candidature.change@1',
      e: 'candidature/can-1',
      x: 99,
      d: { set: { requestedCents: 5 } },
    },
  },
  'sheet.mark@1': { scope: sheetScope(1, 'm-anne'), operation: mark(1, 'm-anne', 1000) },
  'sheet.fill@1': sheet('sheet.fill@1', { gridId: 'grid-1', marks: {} }),
  'sheet.file@1': sheet('sheet.file@1', {}),
  'sheet.reopen@1': sheet('sheet.reopen@1', { reason: 'erreur' }),
  'sheet.countersign@1': sheet('sheet.countersign@1', { on: '2026-12-01' }),
  'recusal.declare@1': { scope: 'recusal/m-anne', operation: recusalDeclared(2, 'm-anne') },
  'recusal.lift@1': {
    scope: 'recusal/m-bruno',
    operation: { k: 'recusal.lift@1', e: 'recusal/can-3/m-bruno', d: { reason: 'erreur' } },
  },
  'recusal.assess@1': {
    scope: 'recusal/m-bruno',
    operation: {
      k: 'recusal.assess@1',
      e: 'recusal/can-3/m-bruno',
      d: { status: 'confirmed', reason: 'lien', legalBasis: '', counting: 'numerator' },
    },
  },
  'session.plan@1': {
    scope: 'session/ses-9',
    operation: {
      k: 'session.plan@1',
      e: 'session/ses-9',
      d: {
        callId: 'call-1',
        date: '',
        place: '',
        secondConvocation: false,
        convocation: null,
        agenda: [agendaItem(3)],
      },
    },
  },
  'session.change@1': session('session.change@1', { set: { place: 'Auray' } }),
  'session.attend@1': session('session.attend@1', { memberId: 'm-anne', status: 'present' }),
  'session.move@1': session('session.move@1', {
    memberId: 'm-anne',
    kind: 'leaves',
    at: '10:00',
    itemId: null,
  }),
  'session.give-proxy@1': session('session.give-proxy@1', {
    giverId: 'm-anne',
    holderId: 'm-bruno',
    date: '2026-11-01',
  }),
  'session.sign-proxy@1': session('session.sign-proxy@1', { giverId: 'm-anne', signed: true }),
  'session.withdraw-proxy@1': session('session.withdraw-proxy@1', { giverId: 'm-anne' }),
  'session.open@1': session('session.open@1', { at: '09:00', chairId: 'm-chair', secretaryId: 'm-anne' }),
  'session.write-debate@1': session('session.write-debate@1', { itemId: 'item-2', text: 'débat' }, true),
  'session.keep-draft@1': session(
    'session.keep-draft@1',
    { itemId: 'item-2', draft: 'brouillon' },
    true,
    true,
  ),
  'session.decide@1': session('session.decide@1', { itemId: 'item-2', outcome: outcomeNow(world, 2) }, true),
  'session.amend@1': {
    scope: 'session/ses-1/dossier/dos-1',
    operation: {
      k: 'session.amend@1',
      e: 'session/ses-1',
      d: { itemId: 'item-1', reason: 'erreur', outcome: standingOutcome(world) },
    },
  },
  'session.substitute@1': session('session.substitute@1', { memberId: 'm-anne', substituteId: null }),
  'session.travel@1': session('session.travel@1', { memberId: 'm-anne', travel: null }),
  'session.point@1': session('session.point@1', { itemId: 'item-2', at: '09:30:00' }),
  'session.pause@1': session('session.pause@1', { at: '10:00:00' }),
  'session.resume@1': session('session.resume@1', { at: '10:10:00' }),
  'session.reveal@1': session('session.reveal@1', { itemId: 'item-2', at: '09:40' }, true),
  'session.correct-hour@1': session('session.correct-hour@1', {
    what: { kind: 'opening' },
    at: '09:05',
    reason: 'erreur',
  }),
  'session.explain@1': session('session.explain@1', { check: 'minutes', text: 'parce que' }, false, true),
  'session.rectify@1': session('session.rectify@1', {
    number: 'R1',
    date: '2026-12-02',
    reason: 'erreur',
    itemId: null,
    corrected: null,
    text: 'lire',
    factsDigest: 'a',
  }),
  'session.close@1': session('session.close@1', closing(world)),
  'session.minutes@1': session('session.minutes@1', {
    submittedOn: '2026-12-02',
    settledOn: null,
    signedOn: null,
    signedBy: [],
    publishedOn: null,
    publishedAt: '',
  }),
  'session.record-act@1': session('session.record-act@1', { act: null }),
  'scenario.open@1': office('scenario.open@1', 'scenario/sc-9', {
    callId: 'call-1',
    name: 'S',
    origin: 'blank',
    lines: {},
  }),
  'scenario.rename@1': office('scenario.rename@1', 'scenario/sc-1', { name: 'T' }),
  'scenario.set-line@1': office('scenario.set-line@1', 'scenario/sc-1', {
    candidatureId: 'can-1',
    line: null,
  }),
  'scenario.adopt@1': office('scenario.adopt@1', 'scenario/sc-1', { sessionId: null }),
  'scenario.set-aside@1': office('scenario.set-aside@1', 'scenario/sc-1', { reason: 'autre' }),
  'import.record@1': office('import.record@1', 'import/i-9', {
    callId: 'call-1',
    sourceName: 'a.csv',
    kind: 'csv',
    imported: 1,
    skipped: {},
  }),
  'document.issue@1': office('document.issue@1', 'document/doc-8', { ...issue, sessionId: 'ses-1' }),
  'document.issue@2': office('document.issue@2', 'document/doc-9', {
    ...issue,
    sessionId: null,
    candidatureId: null,
    reading: 'full',
    number: '',
    contentDigest: null,
    madeAt: '',
    template: null,
  }),
  'document.return@1': office('document.return@1', 'document/doc-1', {
    sha256: 'a',
    fileName: 'a.pdf',
    on: '2026-12-02',
    kind: 'scan',
    signatures: [],
    differences: [],
  }),
  'issuer.change@1': shared('issuer.change@1', 'issuer/issuer', { set: { town: 'Vannes' } }),
  'instruction.change@1': {
    scope: 'office/dossier/dos-1',
    operation: { k: 'instruction.change@1', e: 'instruction/can-1', d: { set: { strengths: 'bien' } } },
  },
  'template.add@1': office('template.add@1', 'template/t-9', { document: 'minutes', name: 'T', version }),
  'template.revise@1': office('template.revise@1', 'template/t-1', { version: { ...version, version: 2 } }),
  'template.use@1': office('template.use@1', 'template/t-1', { version: null }),
  'aggregate.revert@1': {
    scope: 'dossier/dos-3',
    operation: { k: 'aggregate.revert@1', e: 'dossier/dos-3', x: 2, d: { toVersion: 1 } },
  },
  'user.invite@1': control('user.invite@1', 'user/u-new', { name: 'N', email: 'n@example.fr' }),
  'user.change@1': control('user.change@1', 'user/u-anne', { set: { name: 'Anne' } }),
  'device.enrol@1': control('device.enrol@1', 'device/d-new', {
    user: 'u-anne',
    publicKey: key,
    mayHub: false,
  }),
  'device.revoke@1': control('device.revoke@1', 'device/d-guest', { lastSeq: 0, cause: 'retired' }),
  'device.found@1': control('device.found@1', 'device/centre', { digest: key }),
  'mandate.give@1': control('mandate.give@1', 'mandate/new', {
    user: 'u-anne',
    role: 'instructor',
    memberId: null,
    dossiers: [],
  }),
  'mandate.end@1': control('mandate.end@1', 'mandate/mandate-guest', {}),
  'lease.grant@1': control('lease.grant@1', 'lease/l-9', {
    session: 'ses-2',
    hub: 'd-secretary',
    successors: [],
    from: 0,
    to: 1,
  }),
  'lease.open@1': control('lease.open@1', 'lease/l-8', { session: 'ses-2', successors: [], from: 0, to: 1 }),
  'lease.void@1': control('lease.void@1', 'lease/l-1', { reason: 'perdu' }),
  'erasure.order@1': control('erasure.order@1', 'erasure/e-1', { commits: [], reason: 'demande' }),
})

function standingOutcome(world: World): Json {
  const state = world.store.row('aggregate', 'session/ses-1')?.state as Session | undefined
  const standing = state?.agenda.find(({ id }) => id === 'item-1')?.outcome ?? null
  return (standing as unknown as Json) ?? outcomeNow(world, 1)
}
