import type { SyncState } from '#shared/contract/syncAnswers.ts'
import { formatCount } from '../ui/formatCount.ts'
import type { Moment } from './formatMoment.ts'
import { ofName } from './ofName.ts'

const counted = (count: number, one: string, many: string): string =>
  `${formatCount(count)} ${count > 1 ? many : one}`

const changes = (count: number): string => counted(count, 'changement', 'changements')
const laptops = (count: number): string => counted(count, 'portable', 'portables')
const since = (moment: Moment | null): string => (moment === null ? '' : ` ${moment.since}`)

export const trustWords = {
  alone: 'Ce fichier n’est que sur ce portable',
  agreed: (last: Moment | null) =>
    last === null ? 'Tout est envoyé et reçu' : `Tout est envoyé et reçu, dernier contact ${last.at}`,
  sending: (count: number) => `${changes(count)} en cours d’envoi`,
  connecting: (count: number) =>
    count === 0 ? 'Recherche du serveur…' : `Recherche du serveur… ${changes(count)} à envoyer`,
  roomConnecting: (count: number) =>
    count === 0 ? 'Recherche de la salle…' : `Recherche de la salle… ${changes(count)} à envoyer`,
  offline: (count: number, moment: Moment | null) =>
    count === 0
      ? `Sans réseau${since(moment)} : tout est enregistré ici`
      : `${changes(count)} à envoyer, sans réseau${since(moment)} : tout est enregistré ici`,
  roomLost: (count: number, moment: Moment | null) =>
    count === 0
      ? `La salle ne répond plus${since(moment)} : tout est enregistré ici`
      : `${changes(count)} à envoyer, la salle ne répond plus${since(moment)} : tout est enregistré ici`,
  refused: (count: number) =>
    count === 0
      ? 'La liaison est refusée : tout est enregistré ici'
      : `${changes(count)} à envoyer, la liaison est refusée : tout est enregistré ici`,
  stopped: (count: number) =>
    count === 0
      ? 'Envois suspendus : tout est enregistré ici'
      : `${changes(count)} à envoyer, envois suspendus : tout est enregistré ici`,
  hub: (count: number) =>
    count < 2
      ? 'Salle ouverte sur ce portable, en attente des autres'
      : `Salle de ce portable : ${laptops(count)}`,
  roomKept: 'Salle fermée : ce qui s’y est écrit est gardé ici et partira au serveur',
  room: (hub: string, count: number) => `Salle ${ofName(hub)} : ${laptops(count)}`,
  roomSending: (hub: string, count: number, toSend: number) =>
    `Salle ${ofName(hub)} : ${laptops(count)}, ${changes(toSend)} en cours d’envoi`,
  mayTakeOver: 'Ce portable peut prendre la suite de la salle',
  toRegularise: (count: number) => `${changes(count)} à régulariser`,
  incidents: (count: number) => counted(count, 'écart à examiner', 'écarts à examiner'),
  readOnly: (count: number) =>
    `Mise à jour requise : ${counted(count, 'élément en lecture seule', 'éléments en lecture seule')}`,
  mustEnrol: 'Ce portable doit être inscrit de nouveau',
} as const

const works: Readonly<Record<NonNullable<SyncState['progress']>['what'], string>> = {
  'first-copy': 'Première copie',
  attachments: 'Pièces jointes',
  return: 'Retour de la salle',
}

/** « Première copie : 40 % ». */
export const progressWords = ({ what, done, total }: NonNullable<SyncState['progress']>): string =>
  `${works[what]} : ${total === 0 ? 0 : Math.floor((100 * done) / total)} %`
