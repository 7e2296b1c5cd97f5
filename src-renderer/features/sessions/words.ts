import type { InputOf } from '#shared/contract/contract.ts'
import { counted } from '#shared/domain/documents/typography.ts'
import type { Attendance, Ballot, ItemKind, Opinion, Session, Vote } from '#shared/domain/session/session.ts'
import { formatAmount } from '../../ui/formatAmount.ts'
import type { Tone } from '../../ui/tone.ts'

export const words = {
  title: 'Séances',
  plan: 'Préparer une séance',
  planTitle: 'Préparer une séance',
  planAction: 'Préparer la séance',
  planHint: 'L’ordre du jour est rempli d’emblée : les candidatures de l’appel, dans l’ordre du classement.',
  cancel: 'Revenir',
  emptyTitle: 'Aucune séance pour l’instant',
  empty:
    'Une séance a un ordre du jour, des présents, un quorum, des avis et des votes. Close, elle donne le procès-verbal.',
  noCall: 'Ouvrez d’abord un appel : une séance examine ses candidatures.',
  goToCalls: 'Voir les appels',
  call: 'Appel',
  date: 'Date',
  place: 'Lieu',
  status: 'État',
  items: 'Points',
  number: 'Procès-verbal',
  convocationDate: 'Convocation envoyée le',
  convocationAuthor: 'Convocation signée par',
  secondConvocation: 'Seconde convocation, faute de quorum à la première',
  secondConvocationHint: 'Aucun quorum n’est alors exigé sur les points déjà inscrits.',
  decidedCount: (decided: number, total: number): string =>
    `${decided} sur ${total} ${decided > 1 ? 'examinés' : 'examiné'}`,
  addTitle: 'Ajouter à l’ordre du jour',
  addCandidature: 'Candidature',
  addFree: 'Intitulé du point',
  addFreeHint: 'Par exemple « Bilan de l’appel 2025 ».',
  addAction: 'Ajouter le point',
  allOnAgenda: 'Toutes les candidatures de l’appel sont à l’ordre du jour.',
  preparation: 'Préparation',
  preparationHint:
    'Notez les présents à droite, désignez la présidence et le secrétariat, puis ouvrez la séance.',
  opening: 'Ouverture',
  chair: 'Présidence',
  secretary: 'Secrétariat de séance',
  openingHour: 'Heure d’ouverture',
  open: 'Ouvrir la séance',
  onlyPresent: 'Parmi les membres notés présents.',
  nobodyPresent: 'Notez d’abord les présents, à droite.',
  room: 'La salle',
  quorum: 'Quorum',
  quorumReached: 'Quorum atteint',
  quorumMissing: 'Quorum non atteint',
  quorumNone: 'Seconde convocation : aucun quorum exigé',
  hour: 'Heure notée',
  followClock: 'Suivre l’horloge',
  envelope: 'Reste de l’enveloppe',
  noEnvelope: 'Sans enveloppe fixée',
  ofEnvelope: (total: string): string => `sur ${total}`,
  people: 'Membres',
  allPresent: 'Noter tous présents',
  attendanceOf: (name: string): string => `Présence de ${name}`,
  proxyTitle: (giver: string): string => `Pouvoir de ${giver}`,
  proxyHolder: 'Donné à',
  proxyDate: 'Date de l’acte écrit',
  proxyAction: 'Enregistrer le pouvoir',
  rapporteur: 'Rapporteur',
  noRapporteur: 'Aucun',
  requested: 'Demandé',
  eligibleBase: 'Dépense subventionnable',
  score: 'Note',
  rankOf: (rank: number): string => `rang ${rank}`,
  proposedByRanking: 'Proposé par le classement',
  openDossier: 'Ouvrir le dossier',
  noRecusal: 'Aucun déport sur ce point.',
  recusalLeave: (name: string): string => `Faire sortir ${name}`,
  recusalLeft: (name: string, hour: string): string => `${name} est sorti à ${hour}`,
  recusalAway: (name: string): string => `${name} n’est pas dans la salle`,
  recusalAwaited: (name: string): string => `${name} attend de revenir`,
  recusalReturn: (name: string): string => `Faire revenir ${name}`,
  declareRecusal: 'Déclarer un déport',
  recusalTitle: 'Déclarer un déport',
  recusalMember: 'Membre',
  recusalReason: 'Motif, en quelques mots',
  recusalReasonHint: 'Jamais publié.',
  recusalAction: 'Déclarer le déport',
  debate: 'Débat',
  debateHint: 'Teneur des discussions, enregistrée au fil de la frappe et reprise au procès-verbal.',
  opinion: 'Avis',
  decision: 'Décision',
  amount: 'Montant',
  rate: 'Taux',
  rateUnit: '% de la dépense',
  conditions: 'Conditions ou réserves',
  legal: 'Motifs de droit',
  legalHint: 'L’article du règlement ou du texte appliqué.',
  factual: 'Motifs de fait',
  factualHint: 'Ce qui, dans le dossier, conduit à cet avis.',
  deferredReason: 'Motif de l’ajournement',
  vote: 'Vote',
  method: 'Mode de scrutin',
  methodDeferred: 'Un ajournement ne se vote pas.',
  voters: (count: number): string => counted(count, 'votant', 'votants'),
  unanimous: 'Unanimité pour',
  countWrong: (total: number, voters: number): string =>
    `${total} voix notées pour ${counted(voters, 'votant', 'votants')}.`,
  chairBallot: 'Voix de la présidence',
  chairBallotHint: 'En cas d’égalité, elle est prépondérante, sauf au scrutin secret.',
  adopted: 'La proposition est adoptée',
  rejected: 'La proposition n’est pas adoptée',
  castingVote: 'par la voix prépondérante de la présidence',
  tied: 'Égalité : rien ne la départage',
  literalReading:
    'Plus de voix pour que contre, mais pas la majorité des présents ou représentés : lu à la lettre, le texte ne l’adopte pas (CRPA R133-11).',
  byProxy: (holder: string): string => `par ${holder}`,
  disagreement: 'Faire noter un désaccord',
  disagreementOf: (name: string): string => `Désaccord de ${name}`,
  disagreementMember: 'Membre en désaccord',
  decide: 'Enregistrer et passer au suivant',
  decidedAt: (hour: string): string => `à ${hour}`,
  close: 'Clore la séance',
  closing: 'Clôture',
  closingHour: 'Heure de clôture',
  closeAction: 'Clore et figer',
  closeWord: 'CLORE',
  closeWarning:
    'La clôture fige les présences, les votes, les avis et le classement. Rien ne pourra plus être modifié : une erreur se corrigera par un acte rectificatif.',
  closedTitle: (number: string): string => `Séance close : ${number}`,
  closedHint: 'Les faits sont figés. Leur empreinte est imprimée au pied de chaque document.',
  digest: 'Empreinte SHA-256',
  goToDocuments: 'Établir les documents',
  story: 'Fil de la séance',
  storyKey: 'F6',
  discussion: 'Remarques générales',
  discussionHint: 'Teneur des discussions, hors de tout dossier.',
  storyEmpty: 'Le fil commence à l’ouverture de la séance.',
} as const

export const sessionStatusWords: Readonly<
  Record<Session['status'], { label: string; tone: Tone | 'neutral' }>
> = {
  planned: { label: 'Préparée', tone: 'neutral' },
  open: { label: 'Ouverte', tone: 'info' },
  closed: { label: 'Close', tone: 'favourable' },
}

export const opinionWords: Readonly<Record<Opinion, { label: string; tone: Tone }>> = {
  favourable: { label: 'Favorable', tone: 'favourable' },
  reserved: { label: 'Avec réserves', tone: 'reserved' },
  unfavourable: { label: 'Défavorable', tone: 'unfavourable' },
  deferred: { label: 'Ajourné', tone: 'check' },
  inadmissible: { label: 'Irrecevable', tone: 'unfavourable' },
}

/** A milestone review says what becomes of the project; anything else bears an opinion. */
export const opinionWordsOf = (kind: ItemKind, opinion: Opinion): { label: string; tone: Tone } =>
  (kind === 'milestone' ? milestoneWords[opinion] : undefined) ?? opinionWords[opinion]

const milestoneWords: Readonly<Partial<Record<Opinion, { label: string; tone: Tone }>>> = {
  favourable: { label: 'Poursuite', tone: 'favourable' },
  reserved: { label: 'Poursuite sous conditions', tone: 'reserved' },
  unfavourable: { label: 'Arrêt', tone: 'unfavourable' },
}

export const attendanceWords: Readonly<Record<Attendance['status'], string>> = {
  present: 'Présent',
  excused: 'Excusé',
  absent: 'Absent',
}

export const methodWords: Readonly<Record<Vote['method'] | 'none', string>> = {
  'show-of-hands': 'Main levée',
  'roll-call': 'Scrutin public',
  secret: 'Secret',
  none: 'Sans vote',
}

export const ballotWords: Readonly<Record<Ballot, string>> = {
  for: 'Pour',
  against: 'Contre',
  abstention: 'Abstention',
  'not-taking-part': 'Ne prend pas part',
}

/** « Favorable, 7 131 €, 5 pour, 0 contre », what the button will record. */
export function proposalWords(
  { opinion, amountCents, vote }: InputOf<'session.decide'>['proposal'],
  kind: ItemKind,
): string {
  return [
    opinionWordsOf(kind, opinion).label,
    ...(amountCents === null ? [] : [formatAmount(amountCents)]),
    ...(vote === null ? [] : [`${vote.for} pour`, `${vote.against} contre`]),
  ].join(', ')
}
