import type { RoomState } from '#shared/contract/syncAnswers.ts'
import { ofName } from '../../sharing/ofName.ts'

export const words = {
  title: 'Salle',
  sides: 'Ouvrir ou rejoindre',
  joinTab: 'Rejoindre une salle',
  openTab: 'Ouvrir la salle',
  isolatedTab: 'Si les portables ne se voient pas',
  hours: (count: number) => (count > 1 ? `${count} heures` : '1 heure'),
  // open
  openLead:
    'Un portable tient la salle : il ordonne ce qui s’écrit en séance, et les autres le rejoignent avec un code. Aucun internet n’est nécessaire.',
  session: 'Séance',
  noSessionTitle: 'Aucune séance à tenir',
  noSession: 'Une salle s’ouvre pour une séance prévue ou ouverte.',
  goToSessions: 'Voir les séances',
  successors: 'Qui peut prendre la suite',
  successorsHint:
    'Si ce portable tombe en panne, l’un de ceux-ci continue la séance avec tout ce qui a été reçu. Choisissez-en au moins un, dans l’ordre.',
  noSuccessors:
    'Aucun autre portable n’a le droit de tenir la salle. Vous pouvez l’ouvrir ainsi ; ce droit se donne en invitant un portable, dans « Personnes et portables ».',
  successorsUnknown:
    'La liste de ceux qui le peuvent vient du serveur, qui n’a pas répondu. La salle peut s’ouvrir ainsi : si ce portable tombait en panne, personne n’en prendrait la suite, et chacun garderait ce qu’il a écrit.',
  order: (rank: number) => (rank === 1 ? 'en premier' : `en ${rank}e`),
  duration: 'Ouverte pendant',
  durationHint:
    'Au-delà, la salle ne se ferme pas d’elle-même : l’écran rappelle de la fermer, et rien n’est perdu.',
  emergency:
    'Le serveur ne répond pas. La salle s’ouvre quand même, en urgence : si une autre salle s’ouvrait pour la même séance, la première revenue au serveur ferait foi.',
  open: 'Ouvrir la salle',
  opening: 'La salle s’ouvre…',
  // join
  joinLead: 'Le code et l’adresse sont affichés sur l’écran de la salle.',
  code: 'Code de la salle',
  codeHint: 'Huit caractères, par exemple « K7QF-2M9P ». Majuscules et tiret ne comptent pas.',
  address: 'Adresse',
  addressHint: 'Par exemple « 192.168.1.20 ».',
  join: 'Entrer dans la salle',
  joining: 'Entrée dans la salle…',
  rejoinLast: 'Revenir dans la dernière salle',
  heard: 'Salles entendues sur ce réseau',
  heardHint: 'C’est une aide, pas une preuve : seul le code dit que c’est la bonne salle.',
  noneHeard: 'Aucune salle ne s’annonce. C’est fréquent : tapez l’adresse affichée dans la salle.',
  hearAgain: 'Écouter de nouveau',
  choose: 'Choisir',
  chooseLabel: (name: string) => `Choisir la salle ${name}`,
  byInvitation: 'J’ai le texte du QR code',
  byCode: 'J’ai le code et l’adresse',
  invitation: 'Texte de l’invitation',
  invitationHint: 'Il commence par « delibere-salle: ».',
  changesTitle: 'Ce qui change une fois dans la salle',
  changes: [
    'Le portable de la salle ordonne ce que vous écrivez ; le serveur le recevra après la séance.',
    'Vous écrivez comme d’habitude. Si la liaison se coupe, tout reste ici et repart ensuite.',
    'Sans liaison avec le serveur, ce qui y arrive pendant la séance sera reçu au retour.',
    'Les documents produits, les comptes rendus d’instruction et les modèles ne relèvent pas de la séance : le portable de la salle les porte au serveur, qui les ordonne.',
    'Vous ne recevez que ce que vos droits permettent : un dossier d’où vous êtes déporté n’arrive pas.',
  ],
  // hub
  doorOpen: 'Salle ouverte',
  doorClosed: 'Porte fermée',
  doorLocked: 'Porte bloquée',
  doorLockedWords: (count: number) =>
    `${count} codes faux ont été essayés : plus personne n’entre. Ceux qui sont dans la salle continuent. Donnez un nouveau code.`,
  doorClosedWords: 'Plus personne n’entre. Ceux qui sont dans la salle y restent.',
  howToEnter: 'Dans Délibéré : « Salle », puis « Rejoindre une salle ».',
  codeIs: 'Code',
  addressIs: 'Adresse',
  otherAddresses: 'Autres adresses',
  qr: 'QR code de l’invitation',
  showLarge: 'Montrer en grand',
  hideLarge: 'Revenir à la salle',
  renew: 'Nouveau code',
  closeDoor: 'Fermer la porte',
  reopenDoor: 'Rouvrir avec un nouveau code',
  noAddress: 'Ce portable n’est relié à aucun réseau : personne ne peut encore entrer.',
  kind: {
    wired: 'par câble',
    hotspot: 'partage de connexion',
    wireless: 'Wi-Fi',
    other: 'réseau',
    'link-local': 'câble direct',
  } satisfies Record<RoomState['addresses'][number]['kind'], string>,
  emergencyTag: 'En urgence',
  endsSoon: (moment: string) =>
    `La durée prévue de cette salle s’achève le ${moment}. Elle ne se ferme pas d’elle-même : fermez-la quand la séance est finie.`,
  endsPast: (moment: string) =>
    `La durée prévue de cette salle est passée depuis le ${moment}. Tout ce qui s’y écrit est reçu et gardé ; mais jusqu’à sa fermeture le serveur attend, et personne d’autre ne peut tenir cette séance. Fermez-la quand la séance est finie.`,
  until: (moment: string) => `jusqu’au ${moment}`,
  // people
  people: 'Dans la salle',
  present: (count: number) => (count > 1 ? `${count} portables` : `${count} portable`),
  person: 'Portable',
  presence: 'Présence',
  isHere: 'là',
  isAway: 'parti',
  isHub: 'tient la salle',
  isSuccessor: 'prend la suite',
  upToDate: 'à jour',
  behind: (count: number) => `en retard de ${count}`,
  neverHeard: 'pas encore dit',
  holds: 'A reçu',
  notOrdered: (count: number) =>
    count > 1
      ? `${count} changements ne relèvent pas de cette séance (documents, instruction, modèles, autres dossiers) : ce portable les garde et les porte au serveur.`
      : '1 changement ne relève pas de cette séance (document, instruction, modèle, autre dossier) : ce portable le garde et le porte au serveur.',
  newsLive:
    'Ce portable joint aussi le serveur : ce qui s’y écrit en dehors de cette séance continue d’arriver ici.',
  newsLater: 'Ce portable ne joint pas le serveur : ce qui y arrive pendant la séance sera reçu au retour.',
  newsLeased:
    'Ce que d’autres écrivent hors de la salle sur cette séance ou ses dossiers attend au serveur que la salle soit fermée.',
  // guests
  guests: 'Invités sans l’application',
  guestsHint:
    'Avec un simple navigateur, un membre remplit ses propres fiches, et rien d’autre. Chacun a un code personnel, qui sert une fois.',
  guestMember: 'Membre à inviter',
  guestInvite: 'Donner un code',
  guestNew: 'Nouveau code',
  guestNewLabel: (name: string) => `Nouveau code pour ${name}`,
  guestWithdraw: 'Retirer',
  guestWithdrawLabel: (name: string) => `Retirer l’accès de ${name}`,
  guestInside: 'entré',
  guestOutside: 'pas encore entré',
  slipTitle: (name: string) => `Code de ${name}`,
  slipPage: 'Page à ouvrir dans un navigateur',
  slipCode: 'Code personnel',
  slipWords:
    'Le navigateur avertira que la page n’est pas connue : c’est normal, elle vient du portable de la salle. Continuez, puis tapez le code.',
  slipPaper:
    'Ce code est personnel : il n’ouvre que vos propres fiches, et ne sert qu’une fois. Rendez ce papier au secrétariat en partant.',
  slipFor: (name: string) => `Pour ${name}`,
  print: 'Imprimer le papillon',
  noted: 'C’est noté',
  // close
  close: 'Fermer la salle…',
  closeTitle: 'Fermer la salle',
  closeWords:
    'Personne n’y écrit plus. Les autres portables l’apprennent aussitôt, gardent ce qu’ils ont reçu et suivent de nouveau le serveur, sans rien faire.',
  closeNext:
    'Ce qui s’est écrit dans la salle part au serveur : tout de suite s’il répond, sinon dès qu’il sera joint. D’ici là, tout est gardé sur ce portable.',
  closeBehind: (count: number) =>
    count > 1
      ? `${count} portables n’ont pas encore tout reçu. Ils recevront le reste par le serveur.`
      : 'Un portable n’a pas encore tout reçu. Il recevra le reste par le serveur.',
  closeAction: 'Fermer la salle',
  closing: 'La salle se ferme…',
  returned: 'La salle est fermée, et le serveur a tout reçu.',
  'set-apart':
    'La salle est fermée. Une autre salle de la même séance était revenue avant elle : celle-là fait foi, et le serveur garde celle-ci entière, à part. Comparez-les avant de reprendre ce qui manque.',
  kept: 'La salle est fermée. Le serveur n’est pas joint : tout est gardé ici et partira dès qu’il répondra.',
  returning: 'Le serveur reçoit ce qui s’est écrit dans la salle. Gardez ce portable allumé.',
  keptStanding:
    'La salle est fermée. Ce qui s’y est écrit est gardé sur ce portable et partira au serveur dès qu’il sera joint.',
  // inside
  inside: (hub: string) => `Vous êtes dans la salle ${ofName(hub)}`,
  insideWords:
    'Ce que vous écrivez y part au fur et à mesure. Si la liaison se coupe, continuez : tout reste ici et repart ensuite.',
  goToSession: 'Aller à la séance',
  goToMarks: 'Aller à mes notes',
  leave: 'Quitter la salle',
  leaveWords: 'Ce qui n’est pas parti reste sur ce portable et ira au serveur.',
  takeOverTitle: 'Le portable de la salle ne répond plus',
  takeOverWords:
    'Ce portable a été désigné pour prendre la suite, avec tout ce qu’il a reçu. Assurez-vous d’abord, à voix haute, que l’autre est bien arrêté : deux salles pour une séance, ce serait une de trop.',
  takeOver: 'Prendre la suite…',
  takeOverConfirm: 'Prendre la suite',
  takeOverNext:
    'Les portables qui étaient dans la salle vous trouvent d’eux-mêmes. Un nouveau code s’affiche pour ceux qui n’y arrivent pas.',
  back: 'Revenir',
} as const
