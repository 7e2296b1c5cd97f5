import { type ExampleCall, exampleSchema } from '#main/composition/example/exampleSchema.ts'
import { cents } from '#shared/kernel/cents.ts'
import exampleJson from '../../resources/example/example.json' with { type: 'json' }

export type MeetingCandidature = ExampleCall['candidatures'][number]

/** Sixty candidatures: those of the example, then a second project of its applicants, invented. */
export function meetingCandidatures(): readonly MeetingCandidature[] {
  const first = exampleSchema.parse(exampleJson).calls.flatMap(({ candidatures }) => candidatures)
  const second = Array.from({ length: meetingSize - first.length }, (_, index) => secondProject(first, index))
  return [...first, ...second].map((candidature, index) => ({ ...candidature, number: index + 1 }))
}

export const meetingSize = 60

function secondProject(first: readonly MeetingCandidature[], index: number): MeetingCandidature {
  const applicant = first[index % first.length]
  const [title, euros] = secondProjects[index % secondProjects.length] ?? ['', 0]
  if (applicant === undefined) throw new Error('the example has no candidature')
  const requestedCents = cents((euros + 350 * Math.floor(index / secondProjects.length)) * 100)
  return {
    ...applicant,
    title,
    description: 'Second projet du même demandeur, inventé pour cette séance d’exemple.',
    objectives: 'Rendre le service plus simple à joindre, au guichet comme en ligne.',
    annexes: [],
    requestedCents,
    eligibleBaseCents: cents(requestedCents * 2),
    taxBasis: 'HT',
  }
}

const secondProjects: readonly (readonly [string, number])[] = [
  ['Prise de rendez-vous en mairie', 4_800],
  ['Salle de visioconférence partagée', 12_400],
  ['Signalements sur la voie publique', 7_250],
  ['Ateliers numériques itinérants', 9_900],
  ['Registre des actes consultable en ligne', 15_300],
  ['Réservation des salles communales', 6_120],
  ['Affichage légal dématérialisé', 3_450],
  ['Carte des travaux et des déviations', 5_700],
  ['Accueil accompagné des démarches', 18_600],
  ['Paiement en ligne des services', 8_350],
  ['Archives sonores de la commune', 11_080],
  ['Annuaire des associations', 2_900],
]
