import { foldedName } from './foldedName.ts'
import { namedRole } from './personRoles.ts'

/**
 * [DX3] Somebody that no member is: after a civility (« Mme Morvan », « MME MORVAN », « le docteur Kerjean »), or by first
 * and last name beside a role (« Yves Kermarrec, son comptable », « le trésorier, Yves Kermarrec »).
 */
export function namesStranger(sentence: string, members: readonly string[]): boolean {
  const known = members.map((name) => foldedName(name))
  return [civility, namedThenRole, roleThenNamed].some((pattern) =>
    [...sentence.matchAll(pattern)].some((match) => isStranger(match[1] ?? '', known)),
  )
}

function isStranger(name: string, members: readonly string[]): boolean {
  const words = name.split(/[\s\u00A0]+/u).map((word) => foldedName(word).trim())
  if (words.join('') === '') return false
  return !members.some((member) => {
    const held = ` ${member.trim()} `
    if (words.every((word) => word === '' || held.includes(` ${word} `))) return true
    // All in capitals, the name runs on into the verb: « MME LE GOFF DEMANDE ».
    return (
      isShouted(name) && words.some((_, index) => held.endsWith(` ${words.slice(0, index + 1).join(' ')} `))
    )
  })
}

const isShouted = (name: string): boolean => name === name.toUpperCase()

const named = "\\p{Lu}\\p{Ll}[\\p{L}'’-]*"
const lastName = "(?:(?:de|du|des|la|le|Le|La|De|Du)[\\s\\u00A0]|d['’])*\\p{Lu}[\\p{L}'’-]+"
// What begins the name of a place or of a body is no first name: « Le Mans », « Commune Berric ».
const notFirst =
  '(?!(?:Les?|La|Une?|Des|Du|Communes?|Communauté|Association|Mairie|Ville|Pays|Saint|Sainte)[\\s\\u00A0])'
const fullName = `${notFirst}${named}[\\s\\u00A0]+${lastName}`

const civility =
  /(?<![\p{L}])(?:MM?\.|M[Rr]\.?|M[Mm][Ee][Ss]?\.?|M[Ll][Ll][Ee][Ss]?\.?|[Mm]onsieur|MONSIEUR|[Mm]adame|MADAME|[Mm]ademoiselle|MADEMOISELLE|D[Rr]\.?|[Dd]octeur|DOCTEUR|Me|[Mm]aître|MAÎTRE)[\s\u00A0]+((?:(?:de|du|des|la|le|d['’])[\s\u00A0]?)*\p{Lu}[\p{L}'’-]*(?:[\s\u00A0]+(?:(?:de|du|des|la|le|Le|La)[\s\u00A0])?\p{Lu}[\p{L}'’-]*)*)/gu

const determiner =
  "(?:[Ss]on|[Ss]a|[Ss]es|[Ll]eurs?|[Nn]otre|[Vv]otre|[Ll]es?|[Ll]a|[Uu]ne?|[Ll]['’]|[Aa]ncien(?:ne)?)"

const namedThenRole = new RegExp(
  `(?<!\\p{L})(${fullName}),[\\s\\u00A0]+(?:${determiner}[\\s\\u00A0]*){0,2}${namedRole}(?!\\p{L})`,
  'gu',
)

const roleThenNamed = new RegExp(
  `(?<!\\p{L})${determiner}[\\s\\u00A0]*(?:ancien(?:ne)?[\\s\\u00A0]+)?${namedRole}(?:[\\s\\u00A0]*,)?[\\s\\u00A0]+(${fullName})`,
  'gu',
)
