/** [SE12] A code of `missingFacts` as a French clause; an unknown one is shown as it is. */
export function missingInWords(problem: string): string {
  const colon = problem.indexOf(':')
  const code = colon < 0 ? problem : problem.slice(0, colon)
  return missingClauses[code]?.(colon < 0 ? '' : problem.slice(colon + 1)) ?? problem
}

export const missingClauses: Readonly<Record<string, (subject: string) => string>> = {
  date: () => 'la date manque',
  place: () => 'le lieu manque',
  agenda: () => 'l’ordre du jour est vide',
  chair: () => 'la présidence n’est pas désignée',
  secretary: () => 'le secrétariat de séance n’est pas désigné',
  outcomes: () => 'des points n’ont ni avis ni ajournement',
  opening: () => 'l’heure d’ouverture manque',
  number: () => 'le numéro manque',
  instance: () => 'le nom du comité manque',
  convocation: () => 'la date et l’auteur de la convocation manquent',
  'first-convocation': () =>
    'aucune séance antérieure de cet appel n’a manqué de quorum, et une seconde convocation en suit une première',
  'second-too-soon': () =>
    'une seconde convocation du conseil se tient trois jours au moins après la première (CGCT, article L2121-17)',
  member: () => 'un membre cité ne figure plus au comité',
  capacity: (person) => `la qualité de ${person} manque`,
  candidature: (title) => `la candidature du point « ${title} » est introuvable`,
  dossier: (number) => `le dossier de la candidature n° ${number} est introuvable`,
}
