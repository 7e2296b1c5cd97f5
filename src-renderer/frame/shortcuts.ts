export interface ShortcutGroup {
  readonly place: string
  readonly keys: readonly (readonly [keys: string, effect: string])[]
}

/** What the help sheet lists. The scoring and session keys are carried out by their own screens. */
export const shortcutGroups: readonly ShortcutGroup[] = [
  {
    place: 'Partout',
    keys: [
      ['Ctrl+K', 'Chercher un lieu, une candidature, une action'],
      ['Ctrl+Z', 'Annuler le dernier geste enregistré'],
      ['Ctrl+Y', 'Rétablir'],
      ['Échap', 'Revenir d’un pas'],
      ['Ctrl+L', 'Verrouiller le fichier'],
      ['F1 ou Ctrl+/', 'Montrer cette feuille'],
    ],
  },
  {
    place: 'Tableau des candidatures',
    keys: [
      ['↑ ↓', 'Changer de ligne'],
      ['Entrée', 'Ouvrir le dossier'],
      ['Espace', 'Montrer ou cacher l’aperçu'],
      ['Pg préc., Pg suiv.', 'Avancer d’une page'],
      ['Ctrl+Début, Ctrl+Fin', 'Première, dernière ligne'],
      ['/', 'Aller au champ de recherche'],
    ],
  },
  {
    place: 'Dossier',
    keys: [['Alt+←, Alt+→', 'Candidature précédente, suivante de la liste']],
  },
  {
    place: 'Fiche d’évaluation',
    keys: [
      ['0 à 9', 'Noter et passer au critère suivant'],
      ['A à D', 'Noter sur un barème en lettres'],
      ['N', 'Sans objet'],
      ['C', 'Commenter'],
      ['R', 'Se déporter'],
      ['Alt+→, Alt+←', 'Dossier suivant, précédent à noter'],
      ['Ctrl+Entrée', 'Déposer la fiche'],
    ],
  },
  {
    place: 'Séance',
    keys: [
      ['Entrée', 'Faire l’action proposée'],
      ['1 à 6', 'Aller au rapport, aux déports, au débat, aux notes, à la proposition, au vote'],
      ['Ctrl+Entrée', 'Enregistrer la décision et passer au suivant'],
      ['Alt+←, Alt+→', 'Point précédent, suivant'],
      ['Alt+↑, Alt+↓', 'Déplacer un point de l’ordre du jour'],
      ['Ctrl+Maj+P', 'Suspendre, reprendre la séance'],
      ['S', 'Sur un membre : le faire sortir, le faire revenir'],
      ['P, C, A, N', 'Sur un votant : pour, contre, abstention, ne prend pas part'],
      ['F6', 'Fil de la séance'],
      ['F7', 'Historique et heures notées'],
    ],
  },
  {
    place: 'Débat et remarques générales',
    keys: [
      ['Ctrl+B, Ctrl+I', 'Gras, italique'],
      ['Ctrl+Alt+1, Ctrl+Alt+2', 'Titre, sous-titre'],
      ['Ctrl+Maj+8, Ctrl+Maj+7', 'Liste à tirets, liste numérotée'],
      ['Alt+Maj+→, Alt+Maj+←', 'Décaler, ramener un élément de liste'],
      ['/', 'En début de ligne : phrases prêtes'],
      ['Tab, Échap', 'Passer au champ suivant, rendre les touches à la séance'],
    ],
  },
  {
    place: 'Notes saisies en séance',
    keys: [
      ['0 à 9, A à D', 'Noter et passer à la case suivante'],
      ['← ↑ → ↓', 'Changer de case'],
      ['N', 'Sans objet'],
      ['C', 'Commenter'],
      ['Suppr', 'Effacer la note'],
      ['Ctrl+V', 'Coller un tableau copié d’un tableur'],
      ['Échap', 'Sortir de la grille'],
    ],
  },
]
