import { formatCount } from '../../../ui/formatCount.ts'

const counted = (count: number, one: string, many: string): string =>
  `${formatCount(count)} ${count > 1 ? many : one}`

export const words = {
  lead: 'Quand aucun réseau ne relie deux portables, une clé USB porte les changements de l’un à l’autre. Ils sont signés et chiffrés ; le faire deux fois n’abîme rien.',
  exportTitle: 'Exporter vers une clé',
  to: 'Pour',
  toRoom: 'Le portable de la salle',
  toRoomHint: 'Il ordonne tout ce qui s’écrit en séance.',
  exportHint: 'Seul le portable choisi pourra l’ouvrir, et il n’y trouvera que ce qu’il a le droit de lire.',
  noRecipient: 'Aucun autre portable n’a encore accès à ce fichier.',
  export: 'Choisir la clé et exporter',
  exporting: 'L’export est en cours : ne retirez pas la clé…',
  fileName: (to: string) => `pour ${to}.delibere-cle`,
  exported: (name: string, size: string) =>
    `L’envoi est écrit : « ${name} », ${size}. Vous pouvez retirer la clé.`,
  importTitle: 'Importer depuis une clé',
  importHint: 'Vous verrez d’abord ce que c’est. Rien n’est pris avant votre accord.',
  choose: 'Choisir le fichier sur la clé',
  from: 'Envoyé par',
  made: 'Fait le',
  size: 'Taille',
  recipient: 'Destinataire',
  forThis: 'ce portable',
  notForThis: 'un autre portable',
  notForThisWords: 'Cet envoi n’est pas destiné à ce portable : il ne peut pas l’ouvrir. Rien n’a été pris.',
  import: 'Importer',
  importing: 'L’envoi est vérifié puis repris…',
  giveUp: 'Ne pas importer',
  taken: (count: number) =>
    count === 0
      ? 'Rien de nouveau dans cet envoi.'
      : `${counted(count, 'changement repris', 'changements repris')}.`,
  known: (count: number) => `${counted(count, 'était déjà là', 'étaient déjà là')}.`,
  attachments: (count: number) => `${counted(count, 'pièce jointe reçue', 'pièces jointes reçues')}.`,
  waiting: (count: number) =>
    `${counted(count, 'attend', 'attendent')} la réponse de la salle ou du serveur : rien à faire.`,
} as const
