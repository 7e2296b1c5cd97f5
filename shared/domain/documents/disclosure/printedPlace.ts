import { rectifyingAct, typedTextPlace } from './typedText.ts'

/** [DX1] Where a text of the facts is printed, in French: « Point 3, débat », « Convocation », « En-tête ». */
export function printedPlace(path: string): string {
  const typed = typedTextPlace(path)
  if (typed !== null) return typed
  const item = /^items\.(\d+)\.(.+)$/u.exec(path)
  if (item !== null) {
    const what = itemPlaces.find(({ pattern }) => pattern.test(item[2] ?? ''))?.name
    return `Point ${Number(item[1]) + 1}${what === undefined ? '' : `, ${what}`}`
  }
  const ranked = /^ranking\.(\d+)\./u.exec(path)
  if (ranked !== null) return `Classement, ligne ${Number(ranked[1]) + 1}`
  const act = /^rectifications\.(\d+)\./u.exec(path)
  if (act !== null) return rectifyingAct(Number(act[1]))
  return places.find(({ pattern }) => pattern.test(path))?.name ?? 'En-tête'
}

const itemPlaces = [
  { pattern: /^hearing\.guest$/u, name: 'personne entendue' },
  { pattern: /^candidature\.applicant$/u, name: 'demandeur' },
  { pattern: /^candidature\.project$/u, name: 'projet' },
  { pattern: /^recusals\./u, name: 'déports' },
]

const places = [
  { pattern: /^agenda\./u, name: 'Ordre du jour' },
  { pattern: /^place$/u, name: 'Lieu de la séance' },
  { pattern: /^convocation\./u, name: 'Convocation' },
  { pattern: /^(?:chair|secretary|members|proxies|movements)\b/u, name: 'Membres' },
  { pattern: /^call\./u, name: 'Appel à projets' },
  { pattern: /^grid\./u, name: 'Grille' },
  { pattern: /^scenario\./u, name: 'Scénario adopté' },
  { pattern: /^(?:envelopes|quotas)\./u, name: 'Enveloppes' },
  { pattern: /^openChecks\./u, name: 'Contrôles' },
  { pattern: /^annexes\./u, name: 'Annexes' },
]
