export const words = {
  // alone
  aloneTitle: 'Ce fichier n’est que sur ce portable',
  aloneSafe:
    'Tout y fonctionne, séance comprise, sans réseau. Vous pouvez rester ainsi : partager ne devient jamais obligatoire.',
  whyShare: 'Partager, pour quoi faire',
  reasons: [
    'Les membres préparent et notent chez eux, chacun sur son portable.',
    'En séance, un portable tient la salle et les autres le rejoignent, même sans internet.',
    'Personne ne reçoit ce qu’il ne doit pas voir : un membre déporté n’a jamais le dossier.',
  ],
  // standing
  what: 'Où en est ce portable',
  safe: 'Ce que vous écrivez est enregistré sur ce portable au fil de la frappe, avec ou sans réseau.',
  toSend: 'À envoyer',
  received: 'Reçus depuis l’ouverture',
  lastContact: 'Dernier contact',
  never: 'jamais',
  self: 'Ce portable est celui de',
  follows: 'Il suit',
  followsCentre: 'le serveur',
  followsRoom: 'une salle',
  followsNobody: 'personne pour l’instant',
  server: 'Serveur',
  organisation: 'Identifiant de l’organisation',
  address: 'Adresse',
  now: 'Envoyer et recevoir maintenant',
  pause: 'Suspendre',
  resume: 'Reprendre les envois',
  pauseWords: 'Suspendre n’arrête que les envois : vous continuez d’écrire, et tout partira à la reprise.',
  seeRoom: 'Voir la salle',
  joinRoom: 'Rejoindre une salle',
  seeRegularise: 'Voir ce qui est à régulariser',
  seeIncidents: 'Voir les écarts',
  progress: {
    'first-copy': 'Première copie du comité',
    attachments: 'Pièces jointes',
    return: 'Retour de la salle vers le serveur',
  },
  progressCount: (done: string, total: string) => `${done} sur ${total}`,
  // must enrol
  enrolTitle: 'Ce portable doit être inscrit de nouveau',
  enrol: {
    forked:
      'Une copie de ce fichier a servi ailleurs sous la même identité. Pour qu’aucune des deux ne passe pour l’autre, ce portable n’envoie plus rien.',
    revoked: 'Ce portable a été retiré des accès. Il n’envoie et ne reçoit plus rien.',
    behind:
      'Ce fichier a été remis dans un état plus ancien que ce qu’il avait déjà envoyé, sans doute depuis une sauvegarde. Il n’envoie plus rien sous cette identité.',
  },
  enrolSafe: 'Rien de ce qui est sur ce portable n’est effacé.',
  enrolHow: 'Demandez une nouvelle invitation à la personne qui administre les accès, puis collez-la ici.',
  enrolAgain: 'Inscrire de nouveau ce portable',
  // read only
  readOnlyTitle: 'Mise à jour requise',
  readOnly: (count: number) =>
    count > 1
      ? `${count} éléments ont été écrits par une version plus récente de Délibéré. Ils se lisent ici et ne se modifient pas : rien n’en est perdu. Mettez l’application à jour.`
      : 'Un élément a été écrit par une version plus récente de Délibéré. Il se lit ici et ne se modifie pas : rien n’en est perdu. Mettez l’application à jour.',
  // link
  linkTitle: 'Relier ce fichier à un serveur',
  linkLead:
    'Un serveur de votre collectivité garde la copie de référence et la transmet à chaque portable, selon ses droits.',
  sentTitle: 'Ce qui sera envoyé',
  sent: [
    'le comité, ses membres, ses appels, ses grilles et leurs règlements ;',
    'les dossiers, leurs candidatures, les fiches d’évaluation et les séances, tels qu’ils sont aujourd’hui ;',
    'les documents produits et les pièces jointes.',
  ],
  notSent:
    'Ne partent pas : la phrase secrète, le code de secours, ni l’historique d’avant le partage, qui reste dans ce fichier.',
  link: 'Relier et envoyer',
  linking: 'Le fichier est envoyé au serveur…',
  // leave
  leave: 'Ne plus partager…',
  leaveTitle: 'Ne plus partager ce fichier',
  leaveWord: 'QUITTER',
  leaveAction: 'Ne plus partager',
  leaveWhat: 'Ce portable ne recevra plus rien des autres et ne leur enverra plus rien.',
  leaveSafe: 'Le fichier reste entier sur ce portable, et les autres gardent tout ce qui leur a été envoyé.',
  leavePending: (changes: string) =>
    `Attention : ${changes} n’ont pas encore été envoyés. Les autres portables ne les verront jamais.`,
  leavePendingOne:
    'Attention : 1 changement n’a pas encore été envoyé. Les autres portables ne le verront jamais.',
  leaveAgain: 'Pour revenir, il faudra une nouvelle invitation et une nouvelle copie.',
} as const
