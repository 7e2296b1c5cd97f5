import { ofName } from '../sharing/ofName.ts'

export const words = {
  product: 'Délibéré',
  skip: 'Aller au contenu',
  places: 'Lieux',
  search: 'Chercher, agir',
  searchKey: 'Ctrl+K',
  saved: (at: string) => `Enregistré à ${at}`,
  nothingToSave: 'Tout est enregistré au fil de la frappe',
  openSharing: 'Ouvrir « Envoyer et recevoir ».',
  undo: (label: string) => `Annuler : ${label}`,
  redo: (label: string) => `Rétablir : ${label}`,
  undone: (label: string) => `Annulé : ${label}`,
  redone: (label: string) => `Rétabli : ${label}`,
  nothingToUndo: 'Rien à annuler.',
  nothingToRedo: 'Rien à rétablir.',
  undoRefused: 'Ce geste ne s’annule pas',
  undoRefusedWords:
    'Vous pouvez écrire la valeur d’avant à la main : ce sera un nouveau changement, que les autres portables recevront.',
  understood: 'J’ai compris',
  roomEnded: 'Fin de la salle',
  roomEndedWords: (hub: string) =>
    `La salle ${ofName(hub)} est fermée. Ce que vous y avez écrit est enregistré ici, et ce portable suit de nouveau le serveur.`,
  onlyRead: 'Page à lire',
  onlyReadWords:
    'Sur ce portable, cette page se lit. Ce que vous y écririez serait refusé par le serveur ou par la salle : demandez au secrétariat.',
  shortcuts: 'Raccourcis',
  lock: 'Verrouiller',
  handedTo: (name: string) => `Poste confié à ${name}`,
  takeBack: 'Reprendre le poste',
  takeBackHint: 'Le secrétariat reprend le poste avec la phrase secrète du fichier.',
  passphrase: 'Phrase secrète',
  cancel: 'Revenir',
  underWay: (label: string, percent: number) => `${label} : ${percent} %`,
  incidentTitle: 'Cet écran s’est arrêté',
  incidentWords:
    'Une erreur du programme a interrompu l’affichage. Ce qui était enregistré est sauf. Reprenez l’écran ; si cela recommence, transmettez le texte ci-dessous.',
  incidentAgain: 'Reprendre l’écran',
  missing: 'Adresse inconnue',
  missingTitle: 'Il n’y a rien à cette adresse',
  missingWords: 'L’élément a pu être supprimé, ou l’adresse est incomplète. Rien n’a été modifié.',
  missingBack: 'Revenir aux appels',
} as const
