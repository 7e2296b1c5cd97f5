import { nodeCrypto } from '#main/adapters/keys/nodeCrypto.ts'
import type { AuthorityPorts } from '#shared/operations/authority/authorityPorts.ts'
import { foundAuthority } from '#shared/operations/authority/foundAuthority.ts'
import { memoryRows, type RowStore } from '#shared/operations/authority/memoryRows.ts'
import type { AuthorityAnswer, AuthorityOutput } from '#shared/operations/authority/outputs.ts'
import { receiveCommit } from '#shared/operations/authority/receiveCommit.ts'
import { lacks } from '#shared/operations/authority/rows.ts'
import type { SignedCommit } from '#shared/operations/commit.ts'
import type { Mandate, Role } from '#shared/operations/rights/mandate.ts'
import type { Digest } from '#shared/usecases/ports.ts'
import { factsDigest } from '#shared/usecases/sessions/factsDigest.ts'
import { type TestDevice, type TestOperation, testDevice } from './device.ts'

const digest: Digest = {
  sha256Hex: (content) => Buffer.from(nodeCrypto.sha256(Buffer.from(content))).toString('hex'),
}
/** The rules of the work themselves, as every authority is given them. */
export const closingDigest = factsDigest(digest)

export const ports: AuthorityPorts = { ...nodeCrypto, factsDigest: closingDigest }

export const people = {
  secretary: { role: 'secretariat', memberId: null },
  chair: { role: 'chair', memberId: 'm-chair' },
  anne: { role: 'member', memberId: 'm-anne' },
  bruno: { role: 'member', memberId: 'm-bruno' },
  instructor: { role: 'instructor', memberId: null },
  guest: { role: 'guest', memberId: 'm-guest' },
  admin: { role: 'administrator', memberId: null },
} as const satisfies Record<string, { readonly role: Role; readonly memberId: string | null }>
export type Person = keyof typeof people

export interface World {
  readonly store: RowStore
  readonly devices: Readonly<Record<Person, TestDevice>>
  /** Receives what a person signs, and answers the outputs. */
  act(person: Person, scope: string, ...operations: readonly TestOperation[]): readonly AuthorityOutput[]
  /** The same, and the one verdict with its code: `ok`, `conflict/version`. */
  verdict(person: Person, scope: string, ...operations: readonly TestOperation[]): string
  receive(commit: SignedCommit, via?: string): readonly AuthorityOutput[]
}

/** An authority with one device for each kind of person, and nothing else. */
export function emptyWorld(): World {
  const devices = Object.fromEntries(
    Object.keys(people).map((person) => [
      person,
      testDevice(`d-${person}`, `u-${person}`, person === 'secretary' || person === 'chair'),
    ]),
  ) as Record<Person, TestDevice>
  const mandates = Object.entries(people).map(
    ([person, { role, memberId }]): Mandate => ({
      id: `mandate-${person}`,
      user: `u-${person}`,
      role,
      memberId,
      dossiers: role === 'guest' ? ['dos-1'] : [],
      ended: false,
    }),
  )
  const users = Object.keys(people).map((person) => ({ id: `u-${person}`, name: person, email: '' }))
  const enrolled = Object.values(devices).map((device) => device.enrolled)
  const store = memoryRows(foundAuthority({ log: 'centre', users, devices: enrolled, mandates, rows: [] }))
  return worldOver(store, devices)
}

export function worldOver(store: RowStore, devices: World['devices']): World {
  const receive: World['receive'] = (commit, via) =>
    written(store, receiveCommit(store, commit, { via: via ?? null, now: 1_780_000_000_000 }, ports))
  const act: World['act'] = (person, scope, ...operations) => receive(devices[person].sign(scope, operations))
  return {
    store,
    devices,
    receive,
    act,
    verdict: (person, scope, ...operations) => verdictOf(act(person, scope, ...operations)),
  }
}

/** Writes a step as one transaction and answers what it says. */
export function written(store: RowStore, answer: AuthorityAnswer): readonly AuthorityOutput[] {
  if (lacks(answer)) throw new Error(`a store in memory lacks nothing: ${JSON.stringify(answer.needs)}`)
  store.apply(answer.changes)
  return answer.outputs
}

export function verdictOf(outputs: readonly AuthorityOutput[]): string {
  const [output] = outputs
  if (output?.kind === 'entry') {
    const { verdict, code } = output.entry
    return code === '' ? verdict : `${verdict}/${code}`
  }
  return output?.kind === 'turned-away' ? `turned-away/${output.code}` : (output?.kind ?? 'nothing')
}

const committee = {
  name: 'Commission',
  instanceType: 'jury_ad_hoc',
  decidingAuthority: '',
  place: 'Vannes',
  recusalCounting: 'numerator',
}
const member = (role: string) => ({
  firstName: 'A',
  lastName: 'B',
  capacity: 'maire',
  role,
  voice: 'deliberative',
  inOffice: true,
})
const criterion = {
  code: 'PERT',
  label: 'Pertinence',
  guidance: '',
  weight: 100,
  scale: { kind: '0-20', anchors: {} },
  informative: false,
  notApplicableAllowed: true,
  knockoutBelow: null,
  comment: 'optional',
}
const rules = {
  envelopeCents: 10_000_000,
  maxRateBasisPoints: null,
  capCents: null,
  aggregation: 'mean',
  minimumEvaluators: 1,
  gapAlertPoints: null,
  minimumScore: null,
  tieBreakers: [],
  atCutLine: 'partial-award',
}
export const applicant = (name: string) => ({
  name,
  kind: 'commune',
  territoryCode: '56015',
  siren: null,
  siret: null,
  population: 1800,
  department: { code: '56', name: 'Morbihan' },
})
export const agendaItem = (number: number) => ({
  id: `item-${number}`,
  kind: 'candidature',
  candidatureId: `can-${number}`,
  title: `Point ${number}`,
  rapporteurId: null,
})

export const dossierRegistered = (number: number): TestOperation => ({
  k: 'dossier.register@1',
  e: `dossier/dos-${number}`,
  d: {
    title: `Dossier ${number}`,
    applicant: applicant('Berric'),
    description: '',
    objectives: '',
    annexes: [],
    source: '',
  },
})
export const candidatureSubmitted = (number: number, dossier = `dos-${number}`): TestOperation => ({
  k: 'candidature.submit@1',
  e: `candidature/can-${number}`,
  d: {
    dossierId: dossier,
    callId: 'call-1',
    number,
    requestedCents: 100_000 * number,
    eligibleBaseCents: null,
    taxBasis: 'HT',
    amountAsWritten: '1 000 €',
    completeOn: null,
    toCheck: [],
    importId: null,
  },
})
export const mark = (candidature: number, evaluator: string, hundredths: number): TestOperation => ({
  k: 'sheet.mark@1',
  e: `sheet/can-${candidature}/${evaluator}`,
  d: {
    gridId: 'grid-1',
    criterionCode: 'PERT',
    mark: { kind: 'value', hundredths, comment: `secret-${candidature}-${evaluator}` },
  },
})
export const recusalDeclared = (candidature: number, memberId: string): TestOperation => ({
  k: 'recusal.declare@1',
  e: `recusal/can-${candidature}/${memberId}`,
  d: { reason: 'lien', legalBasis: '', counting: 'numerator' },
})
export const sheetScope = (number: number, evaluator: string): string =>
  `dossier/dos-${number}/sheet/can-${number}/${evaluator}`

/** A committee of three members, a call, a grid, three dossiers with a candidature each, a planned session on them. */
export function committeeWorld(): World {
  const world = emptyWorld()
  const done = (verdict: string): void => {
    if (verdict !== 'ok') throw new Error(verdict)
  }
  done(
    world.verdict(
      'secretary',
      'shared',
      { k: 'committee.define@1', e: 'committee/instance', d: committee },
      { k: 'member.add@1', e: 'member/m-chair', d: member('chair') },
      { k: 'member.add@1', e: 'member/m-anne', d: member('member') },
      { k: 'member.add@1', e: 'member/m-bruno', d: member('member') },
      {
        k: 'grid.draft@1',
        e: 'grid/grid-1',
        d: { label: 'Grille', version: 1, replaces: null, sections: [{ label: 'A', criteria: [criterion] }] },
      },
      {
        k: 'call.open@1',
        e: 'call/call-1',
        d: {
          name: 'Appel',
          scheme: 'DETR',
          fiscalYear: 2026,
          opensOn: null,
          closesOn: null,
          gridId: 'grid-1',
          rules,
        },
      },
    ),
  )
  for (const number of [1, 2, 3])
    done(
      world.verdict(
        'secretary',
        `dossier/dos-${number}`,
        dossierRegistered(number),
        candidatureSubmitted(number),
      ),
    )
  done(
    world.verdict('secretary', 'session/ses-1', {
      k: 'session.plan@1',
      e: 'session/ses-1',
      d: {
        callId: 'call-1',
        date: '2026-12-01',
        place: 'Vannes',
        secondConvocation: false,
        convocation: { date: '2026-11-01', author: 'le président' },
        agenda: [agendaItem(1), agendaItem(2), agendaItem(3)],
      },
    }),
  )
  return world
}

export const attends = (memberId: string): TestOperation => ({
  k: 'session.attend@1',
  e: 'session/ses-1',
  d: { memberId, status: 'present' },
})
export const opens: TestOperation = {
  k: 'session.open@1',
  e: 'session/ses-1',
  d: { at: '09:00', chairId: 'm-chair', secretaryId: 'm-anne' },
}

/** {@link committeeWorld} with its session open, everybody in the room. */
export function openWorld(): World {
  const world = committeeWorld()
  const verdict = world.verdict(
    'secretary',
    'session/ses-1',
    ...['m-chair', 'm-anne', 'm-bruno'].map(attends),
    opens,
  )
  if (verdict !== 'ok') throw new Error(verdict)
  return world
}
