import { cents } from '#shared/kernel/cents.ts'
import {
  type Cast,
  callId,
  candidatureId,
  committeeId,
  criteria,
  dossierId,
  gridId,
  itemId,
  sessionId,
} from './cast.ts'
import type { NewOperation } from './operationsOf.ts'

/** The committee, its members, its grid, its call: one commit of the shared scope for each kind of thing. */
export const foundingOperations = (cast: Cast): readonly (readonly NewOperation[])[] => [
  [
    {
      kind: 'committee.define@1',
      entity: `committee/${committeeId}`,
      data: {
        name: 'Commission numérique',
        instanceType: 'commission_interne',
        decidingAuthority: 'le conseil municipal',
        place: 'Mairie',
        recusalCounting: 'numerator',
      },
    },
    ...cast.people.flatMap(({ memberId, role }): NewOperation[] =>
      memberId === null || role === 'guest'
        ? []
        : [
            {
              kind: 'member.add@1',
              entity: `member/${memberId}`,
              data: {
                firstName: memberId,
                lastName: 'Exemple',
                capacity: 'membre',
                role: role === 'chair' ? 'chair' : 'member',
                voice: 'deliberative',
                inOffice: true,
              },
            },
          ],
    ),
  ],
  [
    {
      kind: 'grid.draft@1',
      entity: `grid/${gridId}`,
      data: { label: 'Grille', version: 1, replaces: null, sections },
    },
    { kind: 'grid.lock@1', entity: `grid/${gridId}`, data: {} },
  ],
  [
    {
      kind: 'call.open@1',
      entity: `call/${callId}`,
      data: {
        name: 'Appel 2026',
        scheme: 'Transformation numérique',
        fiscalYear: 2026,
        opensOn: null,
        closesOn: null,
        gridId,
        rules: {
          envelopeCents: cents(4_000_000),
          maxRateBasisPoints: null,
          capCents: null,
          aggregation: 'mean',
          minimumEvaluators: 1,
          gapAlertPoints: null,
          minimumScore: null,
          tieBreakers: [{ kind: 'lowest-requested' }],
          atCutLine: 'partial-award',
        },
      },
    },
  ],
]

const sections = [
  {
    label: 'Projet',
    criteria: criteria.map((code) => ({
      code,
      label: code,
      guidance: '',
      weight: 10,
      scale: { kind: '0-5', anchors: {} } as const,
      informative: false,
      notApplicableAllowed: false,
      knockoutBelow: null,
      comment: 'optional' as const,
    })),
  },
]

/** A dossier with its candidature, as an import brings them. */
export const importedDossier = (n: number): readonly NewOperation[] => [
  {
    kind: 'dossier.register@1',
    entity: `dossier/${dossierId(n)}`,
    data: {
      title: `Projet ${n}`,
      applicant: {
        name: `Commune ${n}`,
        kind: 'commune',
        territoryCode: null,
        siren: null,
        siret: null,
        population: null,
        department: null,
      },
      description: '',
      objectives: '',
      annexes: [],
      source: `liste.csv, ligne ${n}`,
    },
  },
  {
    kind: 'candidature.submit@1',
    entity: `candidature/${candidatureId(n)}`,
    data: {
      dossierId: dossierId(n),
      callId,
      number: n,
      requestedCents: cents(n * 1_000_000),
      eligibleBaseCents: null,
      taxBasis: null,
      amountAsWritten: String(n * 10_000),
      completeOn: null,
      toCheck: [],
      importId: null,
    },
  },
]

export const plannedSession = (cast: Cast): readonly NewOperation[] => [
  {
    kind: 'session.plan@1',
    entity: `session/${sessionId}`,
    data: {
      callId,
      date: '2026-03-12',
      place: 'Mairie',
      secondConvocation: false,
      convocation: { date: '2026-03-01', author: 'la présidente' },
      agenda: Array.from({ length: cast.dossierCount }, (_, index) => ({
        id: itemId(index + 1),
        candidatureId: candidatureId(index + 1),
        title: `Projet ${index + 1}`,
        rapporteurId: null,
      })),
    },
  },
]
