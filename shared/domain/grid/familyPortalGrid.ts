import type { Criterion } from './grid.ts'
import { ladder } from './ladder.ts'
import type { ShippedGrid } from './shippedGrid.ts'

const common = {
  informative: false,
  notApplicableAllowed: false,
  knockoutBelow: null,
  comment: 'extremes',
} as const satisfies Partial<Criterion>

/** Derived from french-rules §6 for one kind of project: registration and payment of school and leisure services. */
export const familyPortalGrid: ShippedGrid = {
  key: 'portail-familles',
  label: 'Portail familles',
  sections: [
    {
      label: 'Service rendu aux familles',
      criteria: [
        {
          ...common,
          code: 'BESOIN',
          label: 'Besoin des familles',
          guidance:
            'Combien d’enfants et de familles sont concernés ? Leur avis a-t-il été recueilli (conseils d’école, enquête, accueil en mairie) ?',
          weight: 20,
          scale: ladder(
            'Le besoin des familles n’est pas exposé.',
            'Le besoin est affirmé, sans aucun chiffre.',
            'Le nombre de familles est connu, leurs attentes ne le sont pas.',
            'Les attentes sont décrites et le projet y répond pour l’essentiel.',
            'Les familles ont été consultées et le projet répond à leurs priorités.',
            'Les familles ont été consultées et essaieront le service avant son ouverture.',
          ),
        },
        {
          ...common,
          code: 'SIMPLE',
          label: 'Simplicité des démarches',
          guidance:
            'Un seul compte et un seul dossier pour la cantine, la garderie, les mercredis et les séjours ? Les pièces déjà fournies sont-elles redemandées chaque année ?',
          weight: 15,
          scale: ladder(
            'Les démarches deviennent plus lourdes qu’aujourd’hui.',
            'Le formulaire papier est simplement mis en ligne.',
            'Une partie des démarches se fait en ligne, avec des doubles saisies.',
            'Les démarches courantes se font en ligne, une fois par an.',
            'Un dossier unique couvre toutes les activités, modifiable depuis un téléphone.',
            'Dossier unique, pièces demandées une seule fois, quotient familial récupéré avec l’accord de la famille.',
          ),
        },
        {
          ...common,
          code: 'ACCES',
          label: 'Accessibilité et solution sans numérique',
          guidance:
            'Le portail respectera-t-il le RGAA ? Une famille sans ordinateur peut-elle s’inscrire et payer dans les mêmes délais, au guichet ou par téléphone ?',
          weight: 15,
          scale: ladder(
            'Le service en ligne devient obligatoire, sans autre solution.',
            'Le sujet n’est pas abordé.',
            'Un guichet subsiste, sans moyens ni délais garantis.',
            'Une solution sans numérique est maintenue dans les mêmes délais.',
            'Solution sans numérique maintenue et conformité RGAA exigée du prestataire.',
            'Conformité RGAA vérifiée, accueil maintenu, aide aux premières démarches organisée.',
          ),
        },
      ],
    },
    {
      label: 'Données et outils',
      criteria: [
        {
          ...common,
          code: 'RGPD',
          label: 'Protection des données des enfants',
          guidance:
            'Santé, allergies, personnes autorisées à venir chercher l’enfant : qui y accède, combien de temps, où sont-elles hébergées ? En dessous de 2, un avis défavorable est proposé.',
          weight: 15,
          knockoutBelow: 200,
          comment: 'always',
          scale: ladder(
            'Des données d’enfants seraient exposées ou cédées à des tiers.',
            'Aucune disposition n’est prévue.',
            'Les obligations sont connues : registre et contrat de sous-traitance sont prévus.',
            'Accès limités par fonction, durées de conservation fixées.',
            'Analyse d’impact engagée, données de santé protégées à part, hébergement situé dans l’Union européenne.',
            'Analyse d’impact menée avec le délégué à la protection des données, accès tracés et contrôlés.',
          ),
        },
        {
          ...common,
          code: 'INTEGR',
          label: 'Intégration périscolaire et paiement',
          guidance:
            'Le portail est-il relié au pointage des présences, à la facturation, au paiement en ligne (PayFiP) et à la comptabilité, sans ressaisie par les agents ?',
          weight: 10,
          notApplicableAllowed: true,
          scale: ladder(
            'Aucun lien : les agents ressaisissent tout.',
            'Des exports manuels, sans paiement en ligne.',
            'Paiement en ligne seul, facturation à part.',
            'Inscription, facturation et paiement reliés, pointage à part.',
            'Inscription, pointage, facturation et paiement reliés.',
            'Chaîne complète reliée à la comptabilité, formats ouverts et données récupérables en fin de contrat.',
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
            'L’ouverture est-elle calée sur une rentrée, avec la reprise des dossiers et la formation des agents ? Qui conduit le projet ?',
          weight: 10,
          scale: ladder(
            'Ni calendrier ni responsable.',
            'Le calendrier est incompatible avec une rentrée ou avec les moyens.',
            'Les étapes sont esquissées, la reprise des dossiers est oubliée.',
            'Le calendrier est réaliste, quelques points restent à préciser.',
            'Étapes, reprise des dossiers et formation des agents sont planifiées.',
            'Le projet est prêt : devis, équipe, période d’essai et date d’ouverture sont arrêtés.',
          ),
        },
        {
          ...common,
          code: 'BUDGET',
          label: 'Budget et cofinancement',
          guidance:
            'Les dépenses sont-elles justifiées par des devis ? L’abonnement et la maintenance des années suivantes sont-ils chiffrés ?',
          weight: 10,
          scale: ladder(
            'Aucun budget exploitable.',
            'Budget déséquilibré ou sans justificatif.',
            'Budget équilibré, montants peu étayés.',
            'Budget équilibré, principales dépenses justifiées.',
            'Dépenses justifiées par des devis, part propre inscrite au budget.',
            'Dépenses justifiées, cofinancements acquis, coût annuel prévu sur trois ans.',
          ),
        },
        {
          ...common,
          code: 'PERENN',
          label: 'Pérennité du service',
          guidance:
            'Que devient le service si le prestataire, l’agent référent ou le financement change ? Est-il partagé avec les communes voisines ?',
          weight: 5,
          scale: ladder(
            'Le service s’arrête avec la subvention.',
            'La suite n’est pas abordée.',
            'La suite dépend d’une seule personne ou d’un seul prestataire.',
            'Un relais est désigné et la maintenance est prévue.',
            'Maintenance financée, documentation et réversibilité prévues.',
            'Service partagé avec d’autres communes, coûts et compétences répartis.',
          ),
        },
        {
          ...common,
          code: 'REPROD',
          label: 'Caractère reproductible',
          guidance:
            'Pour information, hors du total : ce projet pourrait-il servir de modèle à d’autres communes ?',
          weight: 0,
          informative: true,
          notApplicableAllowed: true,
          comment: 'optional',
          scale: ladder(
            'Propre à cette commune.',
            'Difficilement transposable.',
            'Transposable au prix d’un nouveau développement.',
            'Transposable avec des adaptations.',
            'Transposable presque en l’état.',
            'Déjà documenté et proposé à d’autres communes.',
          ),
        },
      ],
    },
  ],
}
