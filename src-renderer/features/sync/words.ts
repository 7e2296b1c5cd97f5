import type { SyncRole } from '#shared/contract/syncAnswers.ts'
import { formatCount } from '../../ui/formatCount.ts'

const counted = (count: number, one: string, many: string): string =>
  `${formatCount(count)} ${count > 1 ? many : one}`

export const words = {
  title: 'Envoyer et recevoir',
  sides: 'Parties de l’envoi',
  state: 'État',
  regularise: 'À régulariser',
  access: 'Personnes et portables',
  key: 'Clé USB',
  incidents: 'Écarts',
  back: 'Revenir',
  changes: (count: number) => counted(count, 'changement', 'changements'),
} as const

export const roleWords: Readonly<Record<SyncRole, { readonly label: string; readonly what: string }>> = {
  secretariat: {
    label: 'Secrétariat',
    what: 'Prépare, saisit, tient la séance. Lit tout, sauf les dossiers d’où la personne est déportée.',
  },
  chair: { label: 'Présidence', what: 'Ouvre, conduit et clôt les séances ; apprécie les déports.' },
  member: {
    label: 'Membre',
    what: 'Lit les dossiers, tient ses propres fiches. Ne voit les notes des autres qu’une fois révélées.',
  },
  instructor: {
    label: 'Service instructeur',
    what: 'Lit et complète les dossiers, sans voir les fiches d’évaluation.',
  },
  guest: {
    label: 'Invité',
    what: 'Remplit ses propres fiches, sur les seuls dossiers qui lui sont confiés.',
  },
  administrator: {
    label: 'Administration',
    what: 'Tient les accès et les portables, sans lire les dossiers.',
  },
}
