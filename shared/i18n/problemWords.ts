import { missingClauses } from '#shared/domain/session/missingInWords.ts'

/** A problem code of the domain, such as `weight:PERT`, as a French clause. Unknown codes are shown as they are. */
export function problemInWords(problem: string): string {
  const colon = problem.indexOf(':')
  const code = colon < 0 ? problem : problem.slice(0, colon)
  const subject = colon < 0 ? '' : problem.slice(colon + 1)
  return clauses[code]?.(subject) ?? problem
}

const clauses: Readonly<Record<string, (subject: string) => string>> = {
  // grid
  label: () => 'la grille n’a pas de nom',
  'no-weighted-criterion': () => 'aucun critère ne compte dans la note',
  code: (code) => `le code « ${code} » doit être en majuscules et chiffres, douze au plus`,
  'duplicate-code': (code) => `le code « ${code} » sert deux fois`,
  'criterion-label': (code) => `le critère ${code} n’a pas d’intitulé`,
  weight: (code) => `le critère ${code} n’a pas de pondération`,
  anchor: (code) => `un repère du critère ${code} est hors du barème`,
  knockout: (code) => `le seuil éliminatoire du critère ${code} est hors du barème`,
  // rules
  envelope: () => 'l’enveloppe n’est pas un montant',
  'envelope-below-awards': (given) => `l’enveloppe serait inférieure à ce qui est déjà attribué (${given})`,
  'envelope-part-below-awards': (what) =>
    `une enveloppe serait inférieure à ce qu’elle a déjà apporté (${what})`,
  'envelope-removed': (what) => `une enveloppe qui a déjà servi disparaîtrait (${what})`,
  'quota-below-awards': (what) => `un quota serait inférieur à ce qui est déjà attribué (${what})`,
  'envelope-label': () => 'une enveloppe n’a pas de nom',
  'envelope-twice': (label) => `l’enveloppe « ${label} » figure deux fois`,
  'envelope-amount': (label) => `le montant de l’enveloppe « ${label} » n’en est pas un`,
  'envelope-restriction': (label) => `l’enveloppe « ${label} » est réservée sans dire à quoi`,
  'envelopes-sum': () => 'les enveloppes ne font pas ensemble le montant total',
  'quota-label': () => 'un quota n’a pas de nom',
  'quota-twice': (label) => `le quota « ${label} » figure deux fois`,
  'quota-ceiling': (label) => `le plafond du quota « ${label} » n’est pas un montant`,
  'quota-restriction': (label) => `le quota « ${label} » ne dit pas à quoi il s’applique`,
  cap: () => 'le plafond n’est pas un montant',
  rate: () => 'le taux n’est pas entre 0 et 100 %',
  'minimum-evaluators': () => 'il faut au moins un évaluateur',
  'gap-alert': () => 'l’écart d’alerte n’est pas entre 0 et 100 points',
  'minimum-score': () => 'la note minimale n’est pas entre 0 et 100',
  'tie-breaker': (code) =>
    `le critère de départage « ${code.replace(/^criterion:/, '')} » est inconnu ou répété`,
  // session
  ...missingClauses,
  'duplicate-item': () => 'un point y figure deux fois',
  'duplicate-candidature': () => 'une candidature y figure deux fois',
  title: () => 'un point n’a pas d’intitulé',
  kind: () => 'un point libre ne nomme pas de candidature, les autres en nomment une',
  minutes: () => 'une durée prévue n’est pas entre 1 et 600 minutes',
  'decided-item': () => 'un point déjà décidé en disparaîtrait',
}
