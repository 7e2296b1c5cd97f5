import type { RecusalCounting } from '#shared/domain/committee/committee.ts'
import { counted } from '#shared/domain/documents/typography.ts'
import type { MissingInDraft } from './missingInDraft.ts'

export const stepWords = {
  steps: 'Étapes du point',
  report: 'Rapport',
  recusals: 'Déports',
  debate: 'Débat',
  marks: 'Notes',
  proposal: 'Proposition',
  vote: 'Vote',
  outcome: 'Décision',
  done: 'fait',
  sealedScore: 'scellée',
  questioner: 'Pose les questions',
  guest: 'Attendu',
  toAssess: 'à apprécier',
  confirmed: 'confirmé',
  setAside: 'écarté',
  assess: 'Apprécier',
  reassess: 'Revoir',
  assessTitle: (name: string): string => `Déport de ${name}`,
  assessment: 'La présidence',
  confirms: 'confirme le déport',
  setsAside: 'écarte le déport',
  assessReason: 'Motif de la présidence',
  assessReasonHint: 'Nécessaire. Gardé dans l’historique, jamais publié.',
  legalBasis: 'Fondement',
  counting: 'Compté au quorum',
  assessAction: 'Enregistrer l’appréciation',
  declaredReason: (reason: string): string => `Motif déclaré : ${reason}`,
  bounds: (minimum: string | null, maximum: string | null): string =>
    [
      ...(minimum === null ? [] : [`minimum viable ${minimum}`]),
      ...(maximum === null ? [] : [`maximum utile ${maximum}`]),
    ].join(', '),
  belowMinimum: 'Sous le minimum viable : le projet pourrait ne pas se faire.',
  aboveMaximum: 'Au-dessus du maximum utile.',
  waitingList: 'Inscrire en liste complémentaire, sans montant',
  waitingListHint: 'Servie si de l’argent se libère, dans l’ordre du classement.',
  departure: 'Pourquoi s’écarter du classement',
  departureBelow: 'Le classement ne retient pas cette candidature.',
  departureSkipped: 'Le classement la retient.',
  departureAbove: 'Le montant dépasse ce que les règles de l’appel permettent.',
  departureHint: 'Écrit au procès-verbal.',
  funding: 'Financement',
  fundingOf: (label: string): string => `De ${label}`,
  fundingLeft: (amount: string): string => `reste ${amount}`,
  fundingOff: (keyed: string, amount: string): string =>
    `Les parts font ${keyed}, pour un montant de ${amount}.`,
  spread: 'Répartir selon les restes',
  conditionsOfGo: 'Conditions de la poursuite',
  named: 'Noter le vote de chacun',
  othersFor: (count: number): string =>
    count === 1 ? 'Noter « pour » le dernier votant' : `Noter « pour » les ${count} votants restants`,
  rollCallKeys: 'P pour, C contre, A abstention, N ne prend pas part : la touche note et passe au suivant.',
  blank: 'Blancs',
  spoiled: 'Nuls',
  requestedBy: 'Demandé par',
  requestedNobody: 'Demandé par personne',
  requestedByCount: (count: number): string => `Demandé par ${counted(count, 'membre', 'membres')}`,
  requestMissing: (asked: number, required: number): string =>
    `Ce scrutin doit être demandé par ${counted(required, 'membre présent', 'membres présents')} (CGCT L2121-21) ; ${asked} noté${asked > 1 ? 's' : ''}.`,
  literalQuestion: 'La présidence retient',
  literalYes: 'la majorité des suffrages exprimés',
  literalNo: 'la lettre du texte : non adoptée',
  amend: 'Corriger',
  amendHint: 'La salle reste celle de la décision ; l’ancienne et le motif restent dans l’historique.',
  amendReason: 'Pourquoi corriger',
  amendAction: 'Enregistrer la correction',
  withdraw: 'Retirer la décision',
  withdrawHint: 'Le point redevient à décider avec la salle de maintenant ; le débat reste.',
  departureOf: 'Écart au classement',
  fundingLine: (amount: string, label: string): string => `${amount} de ${label}`,
  requestedByNames: 'Scrutin demandé par',
  inReserve: 'en liste complémentaire',
} as const

export const countingWords: Readonly<Record<RecusalCounting, string>> = {
  numerator: 'Retiré des présents',
  'numerator-and-denominator': 'Retiré des présents et de l’effectif',
}

/** Beside the act that cannot be recorded yet. */
export const missingWords: Readonly<Record<MissingInDraft | 'unread', string>> = {
  unread: 'Une saisie ne se lit pas : corrigez-la d’abord.',
  'chair-ballot': 'Il manque la voix de la présidence, qui départage.',
  opinion: 'Il manque la proposition.',
  departure: 'Il manque la raison de s’écarter du classement.',
  ballots: 'Chaque votant doit être appelé : il manque des votes.',
  counts: 'Les voix notées ne sont pas celles des votants.',
  'literal-reading': 'Il manque ce que retient la présidence.',
}
