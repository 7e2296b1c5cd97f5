/**
 * A public or private body as a sentence needs it: « la commune de Berric », « le département du Morbihan »,
 * « l’association Les Mains connectées ». A name that has its article keeps it; a proper name takes none.
 */
export function bodyPhrase(name: string): string {
  const trimmed = name.trim()
  const lowered = `${trimmed.charAt(0).toLowerCase()}${trimmed.slice(1)}`
  if (/^(?:(?:le|la|les) |l['’])/iu.test(trimmed)) return lowered
  const noun = trimmed.split(/[\s-]/u)[0]?.toLowerCase() ?? ''
  if (feminine.includes(noun)) return `la ${lowered}`
  if (masculine.includes(noun)) return `le ${lowered}`
  return elided.includes(noun) ? `l’${lowered}` : trimmed
}

/** « de la commune de Berric », « du département », « d’Auray Agglomération ». */
export function ofBody(name: string): string {
  const phrase = bodyPhrase(name)
  if (phrase.startsWith('le ')) return `du ${phrase.slice(3)}`
  if (phrase.startsWith('les ')) return `des ${phrase.slice(4)}`
  return /^[aàâeéèêëiîïoôuûœ]/iu.test(phrase) ? `d’${phrase}` : `de ${phrase}`
}

/** « à la commune de Berric », « au département ». */
export function toBody(name: string): string {
  const phrase = bodyPhrase(name)
  if (phrase.startsWith('le ')) return `au ${phrase.slice(3)}`
  if (phrase.startsWith('les ')) return `aux ${phrase.slice(4)}`
  return `à ${phrase}`
}

const feminine =
  'caisse chambre collectivité communauté commune compagnie coopérative fédération fondation mairie métropole mutuelle préfecture région société ville'.split(
    ' ',
  )
const masculine = 'centre collège comité conseil département groupement lycée pays parc pôle syndicat'.split(
  ' ',
)
const elided = [
  'association',
  'école',
  'entreprise',
  'établissement',
  'institut',
  'office',
  'union',
  'université',
]
