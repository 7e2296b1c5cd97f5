import type { InputOf, OutputOf, ProcedureName } from '#shared/contract/contract.ts'
import { blankAwardTerms } from '#shared/domain/instruction/instruction.ts'
import { criteria, markOf } from '#tests/cli/support/markingOracle.ts'
import { sheetsPath } from '#tests/cli/support/realSheets.ts'

/** Who acts: each on a laptop of his own where the committee is shared, all of them on one where its file is alone. */
export type Actor = 'secretariat' | MemberName
export type MemberName = 'Ada' | 'Blaise' | 'Chloé' | 'Denis' | 'Emma'

export interface House {
  ask<N extends ProcedureName>(who: Actor, procedure: N, input: InputOf<N>): Promise<OutputOf<N>>
  /** The members are there: who has a laptop takes his first copy. */
  arrive(memberIds: ReadonlyMap<MemberName, string>): void
  /** Out of reach of everybody else, or back. */
  online(who: Actor, isOn: boolean): void
}

export interface LivedLife {
  readonly callId: string
  readonly sessionId: string
  readonly memberIds: ReadonlyMap<MemberName, string>
  /** By number. */
  readonly candidatureIds: ReadonlyMap<number, string>
  readonly closing: OutputOf<'session.close'>
}

export const recusedNumber = 5
/** Examined in the session. */
export const examined = [1, 2, 3, 4, 5, 6, 7, 8] as const
const markers = ['Ada', 'Chloé', 'Denis'] as const

/**
 * A council from its call to the day after: the 49 real sheets, marks at home, a recusal, a first session that nobody came to, the
 * second convocation with its sealed marks, votes, the closing, the act, the minutes signed and published.
 * @param look called once the marks are sealed and the members are gone home.
 */
export async function lifeStory({ ask, arrive, online }: House, look: LookAtSealed): Promise<LivedLife> {
  const memberIds = await foundCommittee(ask)
  arrive(memberIds)
  const idOf = (name: MemberName): string => memberIds.get(name) ?? ''
  const { gridId } = await ask('secretariat', 'grid.draft', {
    from: 'shipped',
    key: 'transformation-numerique',
  })
  const { callId } = await ask('secretariat', 'call.open', callWith(gridId))
  await ask('secretariat', 'import.run', { callId, path: sheetsPath, kind: 'fiches', mapping: null })
  const candidatureIds = await numbered(ask, callId)
  const of = (number: number): string => candidatureIds.get(number) ?? ''
  await ask('Chloé', 'recusal.declare', {
    ...{ candidatureId: of(recusedNumber), memberId: idOf('Chloé') },
    ...{ reason: 'trésorière du demandeur', legalBasis: '' },
  })
  await ask('Ada', 'recusal.assess', {
    ...{ candidatureId: of(recusedNumber), memberId: idOf('Chloé'), status: 'confirmed' },
    ...{ reason: 'lien établi', legalBasis: 'cgct-l2131-11', counting: 'numerator' },
  })
  const plan = { callId, startsAt: '18:00', place: 'salle du conseil' } as const
  const { sessionId: firstId } = await ask('secretariat', 'session.plan', {
    ...{ ...plan, date: '2026-05-18', secondConvocation: false },
    convocation: { date: '2026-05-11', author: 'la maire', sentBy: 'e-mail', proof: 'accusés de lecture' },
  })
  await restrict(ask, firstId, candidatureIds)
  await ask('secretariat', 'session.change', { sessionId: firstId, set: { sealedMarks: true } })
  for (const name of markers) {
    online(name, false)
    await markAtHome(ask, name, idOf(name), candidatureIds)
  }
  for (const name of markers) online(name, true)
  for (const name of ['Ada', 'Blaise'] as const)
    await ask('secretariat', 'session.attend', {
      ...{ sessionId: firstId, memberId: idOf(name), status: 'present' },
    })
  const { sessionId } = await ask('secretariat', 'session.plan', {
    ...{ ...plan, date: '2026-05-22', secondConvocation: true },
    convocation: { date: '2026-05-18', author: 'la maire', sentBy: 'e-mail', proof: 'accusés de lecture' },
  })
  await restrict(ask, sessionId, candidatureIds)
  await ask('secretariat', 'session.change', { sessionId, set: { sealedMarks: true } })
  await look({ sessionId, memberIds, candidatureIds })
  const closing = await holdSession(ask, { sessionId, callId, idOf })
  await ask('secretariat', 'session.record-act', { sessionId, act })
  for (const step of minutesSteps) await ask('secretariat', 'session.minutes-step', { sessionId, step })
  await prepareAwards(ask, candidatureIds)
  return { callId, sessionId, memberIds, candidatureIds, closing }
}

export type LookAtSealed = (seen: {
  readonly sessionId: string
  readonly memberIds: ReadonlyMap<MemberName, string>
  readonly candidatureIds: ReadonlyMap<number, string>
}) => Promise<void>

type Ask = House['ask']

async function foundCommittee(ask: Ask): Promise<ReadonlyMap<MemberName, string>> {
  await ask('secretariat', 'file.create', {
    ...{ path: '', passphrase: 'quatre mots sans rapport' },
    committee: {
      name: 'Conseil municipal de Kerdilès',
      instanceType: 'organe_deliberant',
      decidingAuthority: '',
      place: 'salle du conseil',
      recusalCounting: 'numerator',
      noticeRule: 'council-under-3500',
    },
  })
  await ask('secretariat', 'issuer.change', { set: issuer })
  const memberIds = new Map<MemberName, string>()
  for (const [name, role] of people) {
    const { memberId } = await ask('secretariat', 'member.add', {
      ...{ firstName: name, lastName: 'Exemple', capacity: 'membre du conseil', role },
      ...{ voice: 'deliberative', inOffice: true },
    })
    memberIds.set(name, memberId)
  }
  return memberIds
}

async function numbered(ask: Ask, callId: string): Promise<ReadonlyMap<number, string>> {
  const { rows } = await ask('secretariat', 'candidature.list', {
    ...{ callId, search: '', filters: {}, sort: 'number', descending: false, offset: 0, limit: 100 },
  })
  return new Map(rows.map(({ number, id }) => [number, id]))
}

/** The agenda of a session: the candidatures examined, by number. */
async function restrict(
  ask: Ask,
  sessionId: string,
  candidatureIds: ReadonlyMap<number, string>,
): Promise<void> {
  const { session } = await ask('secretariat', 'session.get', { sessionId })
  const agenda = examined.flatMap((number) => {
    const item = session.agenda.find(({ candidatureId }) => candidatureId === candidatureIds.get(number))
    if (item === undefined) return []
    const { id, kind, candidatureId, title, rapporteurId } = item
    return [{ id, kind, candidatureId, title, rapporteurId }]
  })
  await ask('secretariat', 'session.change', { sessionId, set: { agenda } })
}

async function markAtHome(
  ask: Ask,
  name: (typeof markers)[number],
  evaluatorId: string,
  candidatureIds: ReadonlyMap<number, string>,
): Promise<void> {
  for (const [number, candidatureId] of candidatureIds) {
    if (name === 'Chloé' && number === recusedNumber) continue
    const key = { candidatureId, evaluatorId }
    for (const [index, [criterionCode]] of criteria.entries()) {
      const hundredths = 100 * markOf(number, markers.indexOf(name), index)
      await ask(name, 'sheet.mark', {
        ...{ ...key, criterionCode },
        mark: { kind: 'value', hundredths, comment: index === 0 ? `${secretOf(name)} ${number}` : '' },
      })
    }
    await ask(name, 'sheet.file', key)
  }
}

/** Words that only this member writes. */
export const secretOf = (name: MemberName): string => `avis-de-${name}-sur`

async function holdSession(
  ask: Ask,
  { sessionId, idOf }: { sessionId: string; callId: string; idOf(name: MemberName): string },
): Promise<OutputOf<'session.close'>> {
  const here = ['Ada', 'Blaise', 'Chloé'] as const
  for (const [name] of people)
    await ask('secretariat', 'session.attend', {
      ...{ sessionId, memberId: idOf(name) },
      status: here.some((each) => each === name) ? 'present' : 'excused',
    })
  await ask('secretariat', 'session.open', {
    ...{ sessionId, at: '18:00', chairId: idOf('Ada'), secretaryId: idOf('Blaise') },
  })
  const { session } = await ask('secretariat', 'session.get', { sessionId })
  for (const [index, { id: itemId }] of session.agenda.entries()) {
    const minute = String(5 * index + 5).padStart(2, '0')
    const at = `18:${minute}`
    const isRecused = examined[index] === recusedNumber
    const moves = async (kind: 'leaves' | 'arrives') =>
      isRecused &&
      (await ask('secretariat', 'session.move', { sessionId, memberId: idOf('Chloé'), itemId, kind, at }))
    await ask('secretariat', 'session.point', { sessionId, itemId, at: `${at}:00` })
    await ask('secretariat', 'session.reveal', { sessionId, itemId, at })
    await moves('leaves')
    await ask('secretariat', 'session.write-debate', { sessionId, itemId, text: `Débat du point ${index}.` })
    await decide(ask, sessionId, itemId, at, isRecused ? 2 : 3)
    await moves('arrives')
  }
  const { closingChecks } = await ask('secretariat', 'session.get', { sessionId })
  for (const { code, level, state } of closingChecks)
    if (level === 'explain' && state === 'open')
      await ask('secretariat', 'session.explain', { sessionId, check: code, text: 'Constaté, sans effet.' })
  return ask('secretariat', 'session.close', { sessionId, at: '19:00' })
}

async function decide(
  ask: Ask,
  sessionId: string,
  itemId: string,
  at: string,
  voters: number,
): Promise<void> {
  const { items } = await ask('secretariat', 'session.get', { sessionId })
  const item = items.find((each) => each.itemId === itemId)
  if (item === undefined) throw new Error('no such point')
  const isServed = item.proposedCents > 0
  await ask('secretariat', 'session.decide', {
    sessionId,
    proposal: {
      ...{ itemId, opinion: 'favourable', conditions: '', at },
      ...(isServed ? { amountCents: item.proposedCents } : { amountCents: null, waitingList: true }),
      rationale: { legal: '', factual: '' },
      vote: {
        ...{ method: 'show-of-hands', for: voters, against: 0, abstention: 0, notTakingPart: 0 },
        ...{ named: null, chairBallot: 'for', disagreements: [] },
      },
    },
  })
}

/** What letters and agreements ask for beside the decision. */
async function prepareAwards(ask: Ask, candidatureIds: ReadonlyMap<number, string>): Promise<void> {
  for (const number of examined)
    await ask('secretariat', 'instruction.change', {
      candidatureId: candidatureIds.get(number) ?? '',
      set: {
        receivedOn: '2026-02-02',
        correspondent: { name: 'Claire Le Bihan', civility: 'Madame', capacity: 'maire', address: 'Mairie' },
        agreement: {
          ...{ clauses: null, authorisation: 'délibération du 3 mai 2026' },
          ...{ iban: 'FR7630006000011234567890189', startsOn: '2026-06-01', endsOn: '2027-05-31' },
        },
      },
    })
}

const people = [
  ['Ada', 'chair'],
  ['Blaise', 'secretary'],
  ['Chloé', 'member'],
  ['Denis', 'member'],
  ['Emma', 'member'],
] as const

const issuer = {
  name: 'Commune de Kerdilès',
  kind: 'commune',
  siret: '21860194600013',
  address: '1 place de la Mairie\n56000 Kerdilès',
  town: 'Kerdilès',
  phone: '02 00 00 00 10',
  email: 'mairie@kerdiles.example',
  service: 'service Numérique',
  agent: {
    name: 'Maël Corre',
    capacity: 'chargé de mission',
    address: '1 place de la Mairie, 56000 Kerdilès',
    phone: '02 00 00 00 11',
    email: 'numerique@kerdiles.example',
  },
  signatory: { name: 'Ada Exemple', capacity: 'La maire' },
  appealTo: 'la maire de Kerdilès',
  court: { name: 'tribunal administratif de Rennes', address: '3 contour de la Motte, 35044 Rennes Cedex' },
} as const

const act = {
  nature: 'deliberation',
  number: '2026-041',
  date: '2026-05-22',
  authority: 'le conseil municipal de Kerdilès',
  transmittedOn: '2026-05-26',
  publishedOn: '2026-05-27',
} as const

const minutesSteps = [
  { to: 'submitted', on: '2026-05-26' },
  { to: 'settled', on: '2026-05-27' },
  { to: 'signed', on: '2026-05-27', by: ['Ada Exemple', 'Blaise Exemple'] },
  { to: 'published', on: '2026-05-28', where: 'www.kerdiles.example' },
] as const satisfies readonly InputOf<'session.minutes-step'>['step'][]

const callWith = (gridId: string): InputOf<'call.open'> => ({
  ...{ name: 'Appel 2026', scheme: 'Transformation numérique', fiscalYear: 2026 },
  ...{ opensOn: null, closesOn: null, gridId },
  rules: {
    ...{ envelopeCents: 30_000_000, maxRateBasisPoints: null, capCents: null, aggregation: 'mean' },
    ...{ minimumEvaluators: 2, gapAlertPoints: null, minimumScore: null, tieBreakers: [] },
    atCutLine: 'partial-award',
  },
  awardTerms: {
    ...blankAwardTerms,
    nature: 'operating',
    payment: 'en une fois',
    lapsesOn: '2027-12-31',
    budgetLine: '65748',
  },
})
