import { addDays } from '#shared/domain/instruction/calendarDays.ts'
import { blankAwardTerms, blankInstruction } from '#shared/domain/instruction/instruction.ts'
import type { Ask } from './asking.ts'

export interface Council {
  readonly sessionId: string
  /** Awarded 30 000 €: an agreement is owed. */
  readonly associationId: string
  /** Not examined: the service found it inadmissible. */
  readonly inadmissibleId: string
  /** Received a few days ago, before its pieces are asked (`askForPieces`). */
  readonly incompleteId: string
}

/** A town council that decides by itself, for the documents that a committee which only advises never writes. */
export async function councilStory(ask: Ask, path: string, passphrase: string): Promise<Council> {
  await ask('file.create', {
    path,
    passphrase,
    committee: {
      name: 'Conseil municipal de Kerdilès (exemple)',
      instanceType: 'organe_deliberant',
      decidingAuthority: '',
      place: 'salle du conseil, Kerdilès',
      recusalCounting: 'numerator',
      noticeRule: 'council-under-3500',
    },
  })
  await ask('issuer.change', { set: issuer })
  const { gridId } = await ask('grid.draft', { from: 'shipped', key: 'transformation-numerique' })
  const { callId } = await ask('call.open', call(gridId))
  const members: string[] = []
  for (const [firstName, lastName, capacity, role] of people)
    members.push(
      (
        await ask('member.add', {
          firstName,
          lastName,
          capacity,
          role,
          voice: 'deliberative',
          inOffice: true,
        })
      ).memberId,
    )
  const candidatures: string[] = []
  for (const applicant of applicants) candidatures.push(await addCandidature(ask, callId, applicant))
  const [associationId = '', inadmissibleId = '', incompleteId = ''] = candidatures
  await ask('candidature.change', { candidatureId: inadmissibleId, set: { status: 'inadmissible' } })
  await markAssociation(ask, associationId, members)
  const sessionId = await holdSession(ask, { callId, members, associationId })
  await ask('session.record-act', { sessionId, act })
  await keyInstructions(ask, { associationId, inadmissibleId, incompleteId })
  return { sessionId, associationId, inadmissibleId, incompleteId }
}

const issuer = {
  name: 'Commune de Kerdilès',
  kind: 'commune',
  siret: '21860194600013',
  address: '1 place de la Mairie\n56000 Kerdilès',
  town: 'Kerdilès',
  phone: '02 00 00 00 10',
  email: 'mairie@kerdiles.example',
  website: 'www.kerdiles.example',
  service: 'service Vie associative',
  agent: {
    name: 'Maël Corre',
    capacity: 'chargé de mission',
    address: '1 place de la Mairie, 56000 Kerdilès',
    phone: '02 00 00 00 11',
    email: 'associations@kerdiles.example',
  },
  signatory: { name: 'Soazig Le Roux', capacity: 'La maire' },
  appealTo: 'la maire de Kerdilès',
  court: { name: 'tribunal administratif de Rennes', address: '3 contour de la Motte, 35044 Rennes Cedex' },
} as const

const act = {
  nature: 'deliberation',
  number: '2026-041',
  date: '2026-05-21',
  authority: 'le conseil municipal de Kerdilès',
  transmittedOn: '2026-05-26',
  publishedOn: '2026-05-27',
} as const

const people = [
  ['Soazig', 'Le Roux', 'maire', 'chair'],
  ['Bruno', 'Maillard', 'premier adjoint', 'secretary'],
  ['Chloé', 'Prigent', 'conseillère municipale', 'member'],
  ['Denis', 'Riou', 'conseiller municipal', 'member'],
] as const

const applicants = [
  {
    name: 'Association Les Passeurs de clics',
    siret: '73282932000074',
    title: 'Atelier numérique itinérant',
    requestedCents: 30_000_00,
  },
  {
    name: 'Association Fibre et fil',
    siret: '38047555800058',
    title: 'Salle déjà équipée',
    requestedCents: 8_000_00,
  },
  {
    name: 'Association Le Bon Port',
    siret: '23350001600040',
    title: 'Site internet accessible',
    requestedCents: 5_000_00,
  },
] as const

const call = (gridId: string) => ({
  name: 'Vie associative numérique 2026',
  scheme: 'Soutien aux associations',
  fiscalYear: 2026,
  opensOn: '2026-01-05',
  closesOn: '2026-03-31',
  gridId,
  rules: {
    envelopeCents: 40_000_00,
    maxRateBasisPoints: 8_000,
    capCents: null,
    aggregation: 'mean' as const,
    minimumEvaluators: 1,
    gapAlertPoints: null,
    minimumScore: null,
    tieBreakers: [],
    atCutLine: 'partial-award' as const,
  },
  awardTerms: {
    ...blankAwardTerms,
    nature: 'operating' as const,
    payment: 'une avance de 50 % à la signature de la convention, le solde sur présentation du bilan',
    piecesToReturn: ['un relevé d’identité bancaire'],
    lapsesOn: '2027-12-31',
    obligations: ['faire figurer le logo de la commune sur les supports de communication'],
    budgetLine: '65748',
  },
})

async function addCandidature(
  ask: Ask,
  callId: string,
  { name, siret, title, requestedCents }: (typeof applicants)[number],
): Promise<string> {
  const { candidatureId } = await ask('candidature.add', { callId, applicantName: name, title })
  await ask('candidature.change', {
    candidatureId,
    set: { requestedCents, eligibleBaseCents: requestedCents * 2, taxBasis: 'TTC' },
  })
  const { dossier } = await ask('candidature.get', { candidatureId })
  await ask('dossier.change', {
    dossierId: dossier.id,
    set: {
      applicant: {
        ...dossier.applicant,
        kind: 'association',
        siret,
        siren: siret.slice(0, 9),
        department: { code: '56', name: 'Morbihan' },
      },
    },
  })
  return candidatureId
}

async function markAssociation(ask: Ask, candidatureId: string, members: readonly string[]): Promise<void> {
  for (const evaluatorId of members) {
    const key = { candidatureId, evaluatorId }
    const { grid } = await ask('sheet.get', key)
    for (const { code } of grid.sections.flatMap((section) => section.criteria))
      await ask('sheet.mark', {
        ...key,
        criterionCode: code,
        mark: { kind: 'value', hundredths: 400, comment: '' },
      })
    await ask('sheet.file', key)
  }
}

async function holdSession(
  ask: Ask,
  { callId, members, associationId }: { callId: string; members: readonly string[]; associationId: string },
): Promise<string> {
  const [chairId = '', secretaryId = '', , recusedId = ''] = members
  const { sessionId } = await ask('session.plan', {
    callId,
    date: act.date,
    startsAt: '18:30',
    place: 'salle du conseil, Kerdilès',
    convocation: {
      date: '2026-05-12',
      author: 'la maire',
      sentBy: 'e-mail',
      proof: 'accusés de lecture du 12 mai 2026',
    },
    secondConvocation: false,
  })
  const view = await ask('session.get', { sessionId })
  const agenda = view.session.agenda
    .filter((item) => item.candidatureId === associationId)
    .map(({ id, kind, candidatureId, title }) => ({
      id,
      kind,
      candidatureId,
      title,
      rapporteurId: secretaryId,
    }))
  await ask('session.change', { sessionId, set: { agenda } })
  const itemId = agenda[0]?.id ?? ''
  for (const memberId of members) await ask('session.attend', { sessionId, memberId, status: 'present' })
  await ask('session.open', { sessionId, at: '18:30', chairId, secretaryId })
  await ask('recusal.declare', {
    candidatureId: associationId,
    memberId: recusedId,
    reason: 'trésorier de l’association',
    legalBasis: '',
  })
  await ask('session.move', { sessionId, memberId: recusedId, itemId, kind: 'leaves', at: '18:35' })
  await ask('session.write-debate', {
    sessionId,
    itemId,
    text: 'Le rapporteur présente le projet. Le conseil relève :\n- douze bourgs sans guichet ;\n- un véhicule **déjà commandé**.',
  })
  await ask('session.decide', {
    sessionId,
    proposal: {
      itemId,
      opinion: 'favourable',
      amountCents: 30_000_00,
      conditions: '',
      rationale: { legal: '', factual: '' },
      vote: {
        method: 'show-of-hands',
        for: 2,
        against: 0,
        abstention: 1,
        notTakingPart: 0,
        named: null,
        chairBallot: 'for',
        disagreements: [],
      },
      at: '18:55',
    },
  })
  await ask('session.move', { sessionId, memberId: recusedId, itemId, kind: 'arrives', at: '18:56' })
  const { closingChecks } = await ask('session.get', { sessionId })
  for (const { code, level, state } of closingChecks)
    if (level === 'explain' && state === 'open')
      await ask('session.explain', { sessionId, check: code, text: 'Constaté en séance, sans effet.' })
  await ask('session.close', { sessionId, at: '19:10' })
  return sessionId
}

async function keyInstructions(ask: Ask, council: Omit<Council, 'sessionId'>): Promise<void> {
  const correspondent = {
    ...blankInstruction('').correspondent,
    civility: 'Madame' as const,
    name: 'Claire Le Bihan',
    capacity: 'présidente',
    address: '12 rue du Port\n56000 Kerdilès',
  }
  await ask('instruction.change', {
    candidatureId: council.associationId,
    set: {
      receivedOn: '2026-02-02',
      correspondent,
      strengths: 'Douze bourgs sans guichet sont desservis.',
      weaknesses: 'Le budget de la deuxième année reste à préciser.',
      analysis: 'Le besoin est établi par une enquête de la commune.',
      proposal: { opinion: 'favourable', amountCents: 30_000_00 },
      agreement: {
        clauses: null,
        authorisation: 'délibération du conseil d’administration du 3 mai 2026',
        iban: 'FR7630006000011234567890189',
        startsOn: '2026-06-01',
        endsOn: '2027-05-31',
      },
    },
  })
  await ask('instruction.change', {
    candidatureId: council.inadmissibleId,
    set: {
      receivedOn: '2026-02-10',
      correspondent: { ...correspondent, name: 'Yann Tanguy', civility: 'Monsieur', capacity: 'président' },
      inadmissibility: {
        legal:
          'règlement d’attribution, article 2 : les dépenses engagées avant la demande ne sont pas éligibles',
        factual: 'les factures jointes datent d’octobre 2025',
      },
    },
  })
  await ask('instruction.change', {
    candidatureId: council.incompleteId,
    set: {
      receivedOn: addDays(today(), -10),
      correspondent: { ...correspondent, name: 'Nolwenn Cariou' },
    },
  })
}

/** Asked today: a letter promises nothing for a day that is gone. */
export async function askForPieces(ask: Ask, candidatureId: string): Promise<void> {
  await ask('instruction.change', {
    candidatureId,
    set: {
      pieceRequests: [
        {
          askedOn: today(),
          deadline: addDays(today(), 30),
          pieces: ['le budget prévisionnel signé', 'le rapport d’activité 2025'],
          receivedOn: null,
        },
      ],
    },
  })
}

/** Local ISO date. */
const today = (): string => new Date().toLocaleDateString('sv-SE')
