import type { Issuer } from '../../issuer/issuer.ts'

type Named = Pick<Issuer, 'name'>

/** « la commune de Berric », « le département du Morbihan », « la préfecture de la Vendée »; its own article is kept. */
export function issuerWithArticle({ name }: Named): string {
  const trimmed = name.trim()
  if (/^(?:(?:le|la|les) |l['’])/iu.test(trimmed))
    return `${trimmed.charAt(0).toLowerCase()}${trimmed.slice(1)}`
  const noun = trimmed.split(/[\s-]/u)[0]?.toLowerCase() ?? ''
  const lowered = `${trimmed.charAt(0).toLowerCase()}${trimmed.slice(1)}`
  if (feminine.includes(noun)) return `la ${lowered}`
  if (masculine.includes(noun)) return `le ${lowered}`
  return /^(?:agglomération|établissement|état)$/u.test(noun) ? `l’${lowered}` : trimmed
}

/** « de la commune de Berric », « du département », « de Kerlann Agglomération ». */
export function ofIssuer(issuer: Named): string {
  const phrase = issuerWithArticle(issuer)
  if (phrase.startsWith('le ')) return `du ${phrase.slice(3)}`
  if (phrase.startsWith('les ')) return `des ${phrase.slice(4)}`
  return /^[aàâeéèêëiîïoôuyœ]/iu.test(phrase) ? `d’${phrase}` : `de ${phrase}`
}

const feminine = [
  'collectivité',
  'communauté',
  'commune',
  'mairie',
  'métropole',
  'préfecture',
  'région',
  'ville',
]
const masculine = ['centre', 'conseil', 'département', 'pays', 'pôle', 'parc', 'syndicat']
