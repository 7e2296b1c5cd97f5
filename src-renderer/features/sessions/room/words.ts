import type { ProjectedContent, ProjectionLevel } from '#shared/domain/session/projection.ts'
import type { ItemKind, Travel } from '#shared/domain/session/session.ts'
import { shownDuration } from './paceOf.ts'

export const roomWords = {
  agenda: 'Ordre du jour',
  examined: (decided: number, total: number): string =>
    `${decided} sur ${total} ${decided > 1 ? 'examinés' : 'examiné'}`,
  upcoming: 'à venir',
  running: 'en cours',
  minutesPlanned: (minutes: number): string => `${minutes} min`,
  minutesSpent: (spent: number, planned: number | null): string =>
    planned === null ? `${spent} min` : `${spent} / ${planned} min`,
  guestAt: (at: string, guest: string): string => (guest === '' ? at : `${at}, ${guest}`),
  agendaKeys: 'Alt+↑ et Alt+↓, ou la souris, déplacent le point.',
  sortByRank: 'Ranger par classement',
  sortByNumber: 'Ranger par numéro',
  add: 'Ajouter un point',
  moved: (title: string): string => `${title} : déplacé`,
  call: 'Appeler ce point',
  callHint: 'Le temps du point commence à courir.',
  callAgain: 'Reprendre ce point',
  noneUnderWay: 'Aucun point n’est en cours.',
  pace: (spent: number, planned: number | null): string =>
    planned === null ? shownDuration(spent) : `${shownDuration(spent)} sur ${Math.round(planned / 60)} min`,
  paceFine: (left: number): string => `reste ${shownDuration(left)}`,
  paceSoon: (left: number): string => `plus que ${shownDuration(left)}`,
  paceLate: (over: number): string => `dépassé de ${shownDuration(over)}`,
  timeOfPoint: 'Temps du point',
  expectedEnd: (hour: string): string => `Fin prévue vers ${hour}`,
  suspend: 'Suspendre',
  resume: 'Reprendre',
  resumeSession: 'Reprendre la séance',
  suspendedSince: (at: string): string => `Séance suspendue depuis ${at.slice(0, 5)}.`,
  history: 'Historique',
  laptops: 'Salle et portables',
  historyKey: 'F7',
  freed: (amount: string): string => `${amount} libérés`,
  waitingLine: (number: number, applicant: string, rank: number | null): string =>
    `n° ${number}, ${applicant}${rank === null ? '' : ` (rang ${rank})`}`,
  couldReceive: (amount: string): string => `pourrait recevoir ${amount}`,
  inPart: 'en partie',
  waitingTitle: 'Liste complémentaire',
  wall: 'Projeté',
  wallContent: 'Au mur',
  wallLevel: 'Niveau',
  openWall: 'Ouvrir la projection',
  open: 'Ouvrir',
  noResult: 'Aucun résultat encore',
  votes: (vote: { for: number; against: number; abstention: number }): string =>
    `${vote.for} pour, ${vote.against} contre, ${vote.abstention} abst.`,
  wallPaused: 'Séance suspendue',
  wallBlank: 'Écran vide',
  leaves: 'Sort',
  returns: 'Revient',
  arrives: 'Arrive',
  movementKey: 'S',
  others: (name: string): string => `Autres gestes : ${name}`,
  giveProxy: 'Donner pouvoir',
  withdrawProxy: 'Retirer le pouvoir',
  signProxy: 'Pouvoir vu signé',
  unsignProxy: 'Pouvoir non signé',
  proxyTo: (holder: string): string => `pouvoir à ${holder}`,
  proxyUnsigned: 'à signer',
  proxySigned: 'L’acte signé a été vu',
  substituteChoice: 'Faire siéger un suppléant',
  substituteEnd: 'Ne plus faire siéger le suppléant',
  substitutes: (full: string): string => `supplée ${full}`,
  substitutedBy: (substitute: string): string => `suppléé par ${substitute}`,
  substituteTitle: (full: string): string => `Suppléance de ${full}`,
  substitute: 'Suppléant qui siège',
  substituteAction: 'Faire siéger',
  travel: 'Noter le trajet',
  travelTitle: (name: string): string => `Trajet de ${name}`,
  travelMode: 'Venu',
  kilometres: 'Kilomètres, aller et retour',
  fiscalHorsepower: 'Puissance fiscale',
  travelAction: 'Noter le trajet',
  travelNone: 'Retirer le trajet',
  cancel: 'Revenir',
  away: (at: string): string => `sorti à ${at}`,
  arrivedAt: (at: string): string => `arrivé à ${at}`,
  recusedHere: 'déporté',
  consultative: 'voix consultative',
  peopleHint: '↑ ↓ changent de personne, S la fait sortir ou revenir.',
  peopleCount: (present: number, total: number): string => `${present} sur ${total} dans la salle`,
} as const

export const kindWords: Readonly<Record<ItemKind, string>> = {
  candidature: '',
  free: 'Point libre',
  hearing: 'Audition',
  milestone: 'Jalon',
}

export const travelWords: Readonly<Record<Travel['mode'], string>> = {
  'own-vehicle': 'Avec son véhicule',
  'car-sharing': 'En covoiturage',
  'public-transport': 'En transport en commun',
  none: 'Sans frais',
}

export const contentWords: Readonly<Record<ProjectedContent, string>> = {
  blank: 'Rien',
  agenda: 'Ordre du jour',
  dossier: 'Dossier en cours',
  quorum: 'Quorum',
  envelope: 'Enveloppe',
  result: 'Résultat du vote',
}

export const levelWords: Readonly<Record<ProjectionLevel, string>> = {
  names: 'Noms',
  numbers: 'Numéros',
}
