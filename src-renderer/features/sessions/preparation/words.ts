import { formatCount } from '../../../ui/formatCount.ts'

export const words = {
  startsAt: 'Heure annoncée',
  sentBy: 'Envoyée par',
  ways: {
    none: 'Non précisé',
    post: 'Courrier',
    'e-mail': 'Courriel',
    hand: 'Remise en main propre',
    platform: 'Plateforme du comité',
  },
  proof: 'Preuve de l’envoi',
  proofHint: 'Numéro de recommandé, accusé de lecture, émargement…',
  sealed: 'Notes scellées en séance',
  sealedHint: 'Ce qui est saisi reste caché jusqu’à « Révéler les notes », point par point.',
  papers: 'À imprimer',
  convocation: 'Convocation',
  attendanceSheet: 'Feuille d’émargement',
  markSheets: 'Fiches de notes',
  order: 'Ordre de discussion',
  orderHint:
    'Un ordre où les membres déportés sortent et reviennent le moins souvent possible, sans séparer les thèmes ni déplacer les heures d’invités.',
  saves: (now: number, proposed: number) =>
    now === proposed
      ? `L’ordre actuel demande déjà le moins de sorties trouvées : ${formatCount(now)}.`
      : `${formatCount(proposed)} sortie${proposed > 1 ? 's' : ''} au lieu de ${formatCount(now)}.`,
  exact: 'Aucun autre ordre n’en demande moins.',
  good: 'Un bon ordre ; le meilleur n’a pas été cherché jusqu’au bout.',
  apply: 'Suivre cet ordre',
  point: 'Réglages du point',
  kind: 'Nature',
  kinds: {
    candidature: 'Candidature',
    free: 'Point libre',
    hearing: 'Audition',
    milestone: 'Jalon d’un projet',
  },
  title: 'Intitulé',
  rapporteur: 'Rapporteur',
  nobody: 'Personne',
  minutes: 'Durée prévue',
  minutesUnit: 'minutes',
  theme: 'Thème',
  themeHint: 'Les points d’un même thème restent ensemble.',
  slotHour: 'Invité attendu à',
  guest: 'Invité',
  questioner: 'Questions posées par',
  remove: 'Retirer ce point',
  addKind: 'Ajouter',
  hearingOf: (name: string) => `Audition : ${name}`,
  milestoneOf: (name: string) => `Jalon : ${name}`,
} as const
