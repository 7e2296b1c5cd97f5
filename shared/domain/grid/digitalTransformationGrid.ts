import type { Criterion } from './grid.ts'
import { ladder } from './ladder.ts'
import type { ShippedGrid } from './shippedGrid.ts'

const common = {
  informative: false,
  notApplicableAllowed: false,
  knockoutBelow: null,
  comment: 'extremes',
} as const satisfies Partial<Criterion>

/** Content of french-rules §6, worded for members who are not specialists. */
export const digitalTransformationGrid: ShippedGrid = {
  key: 'transformation-numerique',
  label: 'Transformation numérique',
  sections: [
    {
      label: 'Utilité du projet',
      criteria: [
        {
          ...common,
          code: 'PERT',
          label: 'Pertinence et besoin des usagers',
          guidance:
            'Le besoin est-il réel, constaté auprès des personnes concernées, et le projet y répond-il ? Chercher une enquête, des chiffres de fréquentation, des réclamations, une concertation.',
          weight: 20,
          scale: ladder(
            'Aucun besoin n’est exposé.',
            'Un besoin est affirmé, sans aucun élément à l’appui.',
            'Un besoin est décrit, mais le lien avec le projet reste faible.',
            'Le besoin est plausible et le projet y répond pour l’essentiel.',
            'Le besoin est établi par des chiffres ou une consultation, le projet y répond.',
            'Le besoin est établi avec les usagers, qui ont participé à la conception de la réponse.',
          ),
        },
        {
          ...common,
          code: 'IMPACT',
          label: 'Impact sur la vie quotidienne',
          guidance:
            'Qu’est-ce qui change pour les habitants et pour les agents : temps gagné, déplacements évités, erreurs évitées ? Combien de personnes, à quelle fréquence ?',
          weight: 15,
          scale: ladder(
            'Aucun effet perceptible pour les habitants ni pour les agents.',
            'Un effet est annoncé, ni décrit ni chiffré.',
            'L’effet est limité à un petit nombre de personnes ou à un usage rare.',
            'L’effet est sensible pour un service ou un public identifié.',
            'L’effet est important, fréquent, et chiffré de façon crédible.',
            'L’effet transforme un usage courant d’une grande partie du territoire et sera mesuré.',
          ),
        },
      ],
    },
    {
      label: 'Conduite du projet',
      criteria: [
        {
          ...common,
          code: 'FAISAB',
          label: 'Faisabilité et calendrier',
          guidance:
            'Les étapes, les moyens humains et le prestataire sont-ils identifiés ? Les effets seront-ils visibles en moins de 24 mois ?',
          weight: 15,
          scale: ladder(
            'Ni calendrier ni moyens : le projet n’est pas réalisable en l’état.',
            'Le calendrier dépasse 24 mois ou ne tient pas compte des moyens disponibles.',
            'Les étapes sont esquissées, des incertitudes majeures demeurent.',
            'Le calendrier tient en 24 mois, quelques points restent à préciser.',
            'Étapes, responsables et moyens sont définis, les risques sont connus.',
            'Le projet est prêt à démarrer : devis, équipe et jalons sont arrêtés.',
          ),
        },
        {
          ...common,
          code: 'GOUV',
          label: 'Gouvernance, mutualisation et partenariat',
          guidance:
            'Qui décide et qui suit le projet ? Est-il partagé avec d’autres collectivités, ou réutilise-t-il ce qui existe déjà sur le territoire ?',
          weight: 10,
          scale: ladder(
            'Personne n’est désigné pour conduire le projet.',
            'Un responsable est désigné, sans suivi prévu.',
            'Le suivi est prévu, le projet reste isolé.',
            'Le suivi est organisé et des partenaires sont informés.',
            'Des partenaires sont engagés par écrit ou la solution est mutualisée.',
            'Plusieurs collectivités portent ensemble le projet, rôles et coûts sont partagés.',
          ),
        },
        {
          ...common,
          code: 'BUDGET',
          label: 'Budget et cofinancement',
          guidance:
            'Les dépenses sont-elles justifiées par des devis, proportionnées et équilibrées par les ressources ? Les autres financements sont-ils acquis ou seulement sollicités ?',
          weight: 15,
          scale: ladder(
            'Aucun budget exploitable.',
            'Budget déséquilibré, ou dépenses sans aucun justificatif.',
            'Budget équilibré, mais les montants sont peu étayés.',
            'Budget équilibré, les principales dépenses sont justifiées.',
            'Dépenses justifiées par des devis, part propre inscrite au budget.',
            'Dépenses justifiées, cofinancements acquis et coûts de fonctionnement prévus.',
          ),
        },
      ],
    },
    {
      label: 'Qualité numérique',
      criteria: [
        {
          ...common,
          code: 'INCLUS',
          label: 'Inclusion et accessibilité',
          guidance:
            'Le service respectera-t-il le RGAA ? Les personnes éloignées du numérique gardent-elles un accueil physique ou téléphonique ?',
          weight: 10,
          scale: ladder(
            'Le projet exclut une partie des usagers.',
            'Le sujet n’est pas abordé.',
            'Le sujet est cité, sans engagement.',
            'Une exigence d’accessibilité ou un accueil de substitution est prévu.',
            'Conformité RGAA exigée du prestataire et accueil physique maintenu.',
            'Conformité vérifiée par un audit, accompagnement humain organisé et financé.',
          ),
        },
        {
          ...common,
          code: 'INTEROP',
          label: 'Interopérabilité, réversibilité, sécurité et données personnelles',
          guidance:
            'FranceConnect, API, formats ouverts, reprise des données en fin de contrat, hébergement, registre des traitements : qu’est-ce qui est exigé ?',
          weight: 10,
          scale: ladder(
            'Le projet crée un risque manifeste pour les données ou enferme la collectivité.',
            'Aucune exigence n’est formulée.',
            'Les obligations sont citées, sans disposition concrète.',
            'Protection des données et sauvegardes traitées, réversibilité à préciser.',
            'Interfaces, réversibilité et sécurité inscrites au cahier des charges.',
            'Standards ouverts, réversibilité éprouvée et analyse de risques menée.',
          ),
        },
        {
          ...common,
          code: 'ECO',
          label: 'Écoresponsabilité',
          guidance:
            'Le projet évite-t-il le matériel et les traitements inutiles ? La durée de vie, le réemploi et l’écoconception sont-ils prévus ?',
          weight: 5,
          notApplicableAllowed: true,
          scale: ladder(
            'Le projet accroît nettement l’empreinte du service, sans justification.',
            'Le sujet n’est pas abordé.',
            'Le sujet est cité, sans mesure concrète.',
            'Au moins une mesure concrète est prévue.',
            'Des exigences d’écoconception ou de réemploi figurent à la commande.',
            'L’empreinte est estimée, réduite et suivie dans le temps.',
          ),
        },
      ],
    },
  ],
}
