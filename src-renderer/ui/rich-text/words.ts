export const richTextWords = {
  toolbar: (label: string): string => `Mise en forme : ${label}`,
  heading: 'Titre',
  subheading: 'Sous-titre',
  bold: 'Gras',
  italic: 'Italique',
  bulleted: 'Liste',
  numbered: 'Numérotée',
  bulletedName: 'Liste à tirets',
  numberedName: 'Liste numérotée',
  sink: 'Décaler',
  lift: 'Ramener',
  dossier: 'Dossier',
  dossierName: 'Citer un dossier',
  findDossier: 'Numéro ou nom du dossier',
  noDossier: 'Aucun dossier ne correspond.',
  phrases: 'Phrases',
  phrasesName: 'Phrases prêtes',
  findPhrase: 'Mots de la phrase',
  noPhrase: 'Aucune phrase ne correspond.',
  editPhrases: 'Phrases du comité…',
  keys: 'Ctrl+B gras, Ctrl+I italique. Une barre oblique au début d’une ligne ouvre les phrases prêtes. Tab passe au champ suivant.',
} as const

/** How the editor shows a reference; `name` undefined: no dossier of this list bears the number. */
export const dossierLabel = (number: number, name: string | undefined): string =>
  name === undefined ? `dossier n°\u00A0${number}` : `dossier n°\u00A0${number} (${name})`
