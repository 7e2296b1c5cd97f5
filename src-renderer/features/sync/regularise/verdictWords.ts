import type { RefusedVerdict } from '#shared/contract/syncAnswers.ts'

export interface WhyRefused {
  /** What happened, as a sentence. */
  readonly why: string
  /** The rule, short: it heads the line. */
  readonly rule: string
  /** What a person can do. */
  readonly remedy: string
}

/** Why an authority refused a writing: by its code, which is permanent, else by its verdict. */
export const whyRefused = (verdict: RefusedVerdict, code: string): WhyRefused =>
  byCode[code] ?? byVerdict[verdict]

const askSecretariat = 'Si ce changement doit exister, demandez-le au secrétariat.'
const rightMissing: WhyRefused = {
  rule: 'Droit insuffisant',
  why: 'Votre mandat ne permettait pas ce changement quand il est arrivé.',
  remedy: askSecretariat,
}
const damaged: WhyRefused = {
  rule: 'Changement illisible',
  why: 'Ce changement ne se lisait pas comme il aurait dû : il n’a pas été appliqué.',
  remedy: 'Refaites-le à l’écran. Si cela recommence, signalez-le avec le journal de l’application.',
}
const gone: WhyRefused = {
  rule: 'Élément absent',
  why: 'Ce que ce changement modifiait n’existe pas, ou plus, pour les autres portables.',
  remedy: 'Vérifiez l’élément, puis refaites le changement s’il a encore un sens.',
}
const laptopSetAside: WhyRefused = {
  rule: 'Portable écarté',
  why: 'Ce portable ne pouvait plus écrire quand ce changement est arrivé.',
  remedy: 'Faites inscrire ce portable de nouveau, puis reprenez le changement.',
}
const programBehind: WhyRefused = {
  rule: 'Versions différentes',
  why: 'Le poste qui ordonne ne connaît pas encore ce genre de changement.',
  remedy: 'Quand tous les postes ont la même version de Délibéré, reprenez-le.',
}

const byVerdict: Readonly<Record<RefusedVerdict, WhyRefused>> = {
  forbidden: rightMissing,
  late: {
    rule: 'Séance close',
    why: 'Ce changement est arrivé après la clôture de la séance.',
    remedy:
      'Les faits de la séance sont figés. S’il y a une erreur, elle se corrige par un acte rectificatif.',
  },
  conflict: {
    rule: 'Modifié entre-temps',
    why: 'Un autre portable a changé la même chose avant que ce changement n’arrive.',
    remedy: 'Comparez les deux valeurs et choisissez.',
  },
  closed: {
    rule: 'Hors séance',
    why: 'La séance n’était pas dans l’état que ce changement demande.',
    remedy: 'Regardez où en est la séance, puis refaites le changement s’il a encore un sens.',
  },
  'no-quorum': {
    rule: 'Quorum non atteint',
    why: 'Le quorum n’était pas atteint pour ce point quand la décision est arrivée.',
    remedy: 'Reprenez le point quand le quorum est atteint, ou sur seconde convocation.',
  },
  recused: {
    rule: 'Déport',
    why: 'Un déport en vigueur interdisait ce changement.',
    remedy: 'Rien à reprendre tant que le déport est en vigueur. Pour le contester, voyez la présidence.',
  },
  invalid: damaged,
  revoked: laptopSetAside,
  forked: laptopSetAside,
  'unknown-schema': programBehind,
}

const byCode: Readonly<Record<string, WhyRefused>> = {
  author: {
    rule: 'Auteur refusé',
    why: 'Ce portable n’est pas, ou plus, celui de la personne au nom de qui il écrivait.',
    remedy: askSecretariat,
  },
  role: rightMissing,
  'on-behalf': {
    rule: 'Au nom d’un autre',
    why: 'Ce changement était écrit au nom de quelqu’un, et votre mandat ne permet pas d’écrire à sa place.',
    remedy: 'La personne peut le faire depuis son portable, ou le secrétariat pour elle.',
  },
  'single-writer': {
    rule: 'Fiche d’un autre',
    why: 'Une fiche d’évaluation n’a qu’un auteur, et ce n’était pas vous.',
    remedy: askSecretariat,
  },
  'centre-only': {
    rule: 'Serveur seulement',
    why: 'Les accès et les portables ne se changent qu’auprès du serveur, jamais dans une salle.',
    remedy: 'Refaites ce changement quand ce portable est relié au serveur.',
  },
  'session-closed': {
    rule: 'La séance était close',
    why: 'Ce changement est arrivé après la clôture de la séance. Il est gardé à côté d’elle, sans rien y modifier.',
    remedy: 'Si le procès-verbal doit en tenir compte, passez par un acte rectificatif.',
  },
  'dossier-decided': {
    rule: 'Le dossier était décidé',
    why: 'Une séance close a décidé de ce dossier avant l’arrivée de ce changement. Il est gardé à côté, sans rien y modifier.',
    remedy: 'Ce qui suit la décision se note dans l’instruction ; une erreur, par un acte rectificatif.',
  },
  'changed-meanwhile': {
    rule: 'Modifié entre-temps',
    why: 'Un autre portable a changé la même valeur avant que ce changement n’arrive.',
    remedy: 'Comparez les deux valeurs et choisissez celle qui doit rester.',
  },
  facts: {
    rule: 'Faits différents',
    why: 'La séance a été close ici sur des faits que les autres portables ne connaissaient pas ainsi.',
    remedy: 'Laissez arriver ce qui manque, relisez la séance, puis closez-la de nouveau.',
  },
  envelope: {
    rule: 'Enveloppe dépassée',
    why: 'Avec ce que les autres séances ont déjà accordé, ce montant dépasserait l’enveloppe ou un plafond de l’appel.',
    remedy: 'Regardez ce qui reste, puis décidez d’un autre montant ou de la liste complémentaire.',
  },
  awarded: {
    rule: 'Aide déjà accordée',
    why: 'Une autre séance de l’appel a déjà accordé une aide à cette candidature.',
    remedy: 'Reprenez le point sans montant, ou corrigez l’autre séance par un acte rectificatif.',
  },
  version: {
    rule: 'Annulation dépassée',
    why: 'Cette annulation visait un état que quelqu’un d’autre avait déjà modifié.',
    remedy: 'Écrivez à la main la valeur que vous vouliez retrouver.',
  },
  room: {
    rule: 'Salle différente',
    why: 'Les présents ou les voix n’étaient pas ceux de votre écran : quelqu’un était entré ou sorti.',
    remedy: 'Vérifiez les présences, puis enregistrez le point de nouveau.',
  },
  'second-lease': {
    rule: 'Deux salles ouvertes',
    why: 'Une autre salle était déjà ouverte pour cette séance.',
    remedy: 'Regardez ce qui a été écrit dans les deux, et décidez avec la présidence de ce qui fait foi.',
  },
  'not-open': {
    rule: 'Séance non ouverte',
    why: 'La séance n’était pas ouverte quand ce changement est arrivé.',
    remedy: 'Ouvrez la séance, puis reprenez le changement.',
  },
  'not-planned': {
    rule: 'Séance déjà commencée',
    why: 'Ce changement ne se fait qu’avant l’ouverture de la séance, et elle était ouverte.',
    remedy: 'En séance, passez par l’écran de la séance.',
  },
  'already-closed': {
    rule: 'La séance était close',
    why: 'La séance était déjà close quand ce changement est arrivé.',
    remedy: 'S’il y a une erreur, elle se corrige par un acte rectificatif.',
  },
  'not-closed': {
    rule: 'Séance non close',
    why: 'Ce changement ne se fait qu’après la clôture de la séance.',
    remedy: 'Closez d’abord la séance, puis reprenez-le.',
  },
  recused: {
    rule: 'Déport',
    why: 'Un déport en vigueur sur ce dossier interdisait ce changement.',
    remedy: 'Rien à reprendre tant que le déport est en vigueur. Pour le contester, voyez la présidence.',
  },
  'recused-voter': {
    rule: 'Vote d’un déporté',
    why: 'Le vote comptait une personne déportée de ce dossier.',
    remedy: 'Corrigez le vote, puis enregistrez le point de nouveau.',
  },
  quorum: byVerdict['no-quorum'],
  scope: damaged,
  entity: damaged,
  data: damaged,
  said: damaged,
  'no-version': gone,
  'no-history': gone,
  missing: gone,
  exists: {
    rule: 'Existe déjà',
    why: 'Un autre portable avait déjà créé la même chose.',
    remedy: 'Vérifiez que rien ne manque dans ce qui est en place, puis laissez ce changement.',
  },
  moved: {
    rule: 'Candidature déplacée',
    why: 'La candidature ne relevait plus du même dossier quand ce changement est arrivé.',
    remedy: 'Ouvrez la candidature là où elle se trouve, et refaites le changement.',
  },
  locked: {
    rule: 'Règles verrouillées',
    why: 'Ce changement touchait une grille ou un règlement déjà verrouillé par une fiche déposée.',
    remedy:
      'Les règles ne changent plus en cours de route. Pour un prochain appel, faites une nouvelle version.',
  },
  retired: laptopSetAside,
  compromised: {
    rule: 'Portable perdu ou volé',
    why: 'Ce portable a été déclaré perdu : ce qu’il envoie depuis n’est plus cru.',
    remedy: 'Ce changement ne peut pas être repris d’ici. Voyez la personne qui administre les accès.',
  },
  fork: {
    rule: 'Fichier ouvert en double',
    why: 'Une copie de ce fichier a écrit de son côté sous la même clé : les deux suites se contredisent.',
    remedy: 'Faites inscrire ce portable de nouveau, puis reprenez le changement.',
  },
  leased: {
    rule: 'En salle',
    why: 'La salle ordonne ce dossier en ce moment : le serveur attend son retour.',
    remedy: 'Rien à faire : la réponse viendra à la fermeture de la salle.',
  },
  kind: programBehind,
  schema: programBehind,
}
