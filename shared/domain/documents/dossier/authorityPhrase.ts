/** « le maire de Berric » as a sentence needs it: « du maire de Berric », « de la présidente », « de l’exécutif ». */
export function ofAuthority(authority: string): string {
  const phrase = authorityPhrase(authority)
  if (/^le /iu.test(phrase)) return `du ${phrase.slice(3)}`
  if (/^les /iu.test(phrase)) return `des ${phrase.slice(4)}`
  return `de ${phrase}`
}

/** « au maire de Berric », « à la présidente ». */
export function toAuthority(authority: string): string {
  const phrase = authorityPhrase(authority)
  if (/^le /iu.test(phrase)) return `au ${phrase.slice(3)}`
  if (/^les /iu.test(phrase)) return `aux ${phrase.slice(4)}`
  return `à ${phrase}`
}

/** A name as a sentence needs it: « la Commune de Berric », « l’Association du Lac »; a name that begins otherwise stays alone. */
export function nameInSentence(name: string): string {
  const noun = name.trim().split(/[\s-]/u)[0]?.toLowerCase() ?? ''
  if (masculineNouns.includes(noun)) return `le ${name.trim()}`
  if (feminineNouns.includes(noun)) return `la ${name.trim()}`
  return elidedNouns.includes(noun) ? `l’${name.trim()}` : name.trim()
}

const masculineNouns =
  'département syndicat centre comité club groupement pôle pays parc conseil collectif foyer préfet ministère'.split(
    ' ',
  )
const feminineNouns =
  'commune communauté ville métropole région régie mairie société fondation fédération coopérative préfecture collectivité maison ligue mutuelle'.split(
    ' ',
  )
const elidedNouns = 'association amicale agence établissement office union entreprise école université'.split(
  ' ',
)

/** With its article, as it was typed or as its first noun asks: « Présidente de … » → « la présidente de … ». */
export function authorityPhrase(authority: string): string {
  const trimmed = authority.trim()
  if (/^(?:(?:le|la|les) |l['’])/iu.test(trimmed)) return trimmed.charAt(0).toLowerCase() + trimmed.slice(1)
  const lower = trimmed.charAt(0).toLowerCase() + trimmed.slice(1)
  const noun = lower.split(' ')[0] ?? ''
  if (/^[aeéèêiouyœ]/u.test(noun)) return `l’${lower}`
  return `${/(?:ente|ète|trice|ère|effe)$/u.test(noun) ? 'la' : 'le'} ${lower}`
}
