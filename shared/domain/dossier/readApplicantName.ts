import type { ApplicantKind } from './dossier.ts'
import { foldForSearch } from './foldForSearch.ts'

/** What the words of an applicant's name say, before any directory is asked ([DO30], [DO34], [DO35]). */
export interface ApplicantNameReading {
  /** `unknown` for a bare name. */
  readonly kind: ApplicantKind
  /** Folded names to look for, likeliest first; empty when no directory of territories can know it. */
  readonly names: readonly string[]
}

export function readApplicantName(name: string): ApplicantNameReading {
  const folded = territoryKey(name)
  const socialCentre =
    /^(?:ccas|cias|c c a s|c i a s|centre (?:inter ?)?communal d action sociale)\b ?(.*)$/.exec(folded)
  if (socialCentre) {
    const names = withoutLinkWord(socialCentre[1] ?? '').flatMap((rest) => readApplicantName(rest).names)
    return { kind: 'ccas', names: Array.from(new Set(names)) }
  }
  if (associationWords.test(folded)) return { kind: 'association', names: [] }
  if (companyWords.test(folded)) return { kind: 'company', names: [] }
  if (otherBodies.test(folded)) return { kind: 'other', names: [] }
  for (const [kind, prefix] of prefixes) {
    const match = prefix.exec(folded)
    if (match) return { kind, names: withoutLinkWord(folded.slice(match[0].length).trim()) }
  }
  return intercommunalWords.test(folded)
    ? { kind: 'epci', names: [folded] }
    : { kind: 'unknown', names: [folded] }
}

/** The folding of names of places: search folding, punctuation as spaces, `St` as `Saint`. */
export const territoryKey = (name: string): string =>
  foldForSearch(name)
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/\bst\b/g, 'saint')
    .replace(/\bste\b/g, 'sainte')
    .trim()

/** The words that tell one EPCI from another: kind words and articles removed. */
export const intercommunalCore = (key: string): string =>
  key
    .replace(
      /\b(?:communaute|communautes|communes?|agglomeration|agglo|urbaine|metropole|intercommunalite|epci|cc|ca|cu)\b/g,
      ' ',
    )
    .replace(/\b(?:de|du|des|d|la|le|les|l|et|en|a|au|aux)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

/** « du Faou » is Le Faou, « des Forges » is Les Forges; « de La Motte » already holds its article. */
function withoutLinkWord(rest: string): string[] {
  const match = /^(de la|de l|de|du|des|d) (.+)$/.exec(rest)
  const [, link, name = ''] = match ?? []
  if (link === undefined) return rest === '' ? [] : [rest]
  if (link === 'du') return [`le ${name}`, name, `du ${name}`]
  if (link === 'des') return [`les ${name}`, name, `des ${name}`]
  if (link === 'de la') return [`la ${name}`, name]
  return link === 'de l' ? [`l ${name}`, name] : [name]
}

const prefixes: readonly (readonly [ApplicantKind, RegExp])[] = [
  [
    'epci',
    /^(?:communaute (?:de communes|d agglomeration|d agglo|urbaine)|(?:cc|ca|cu|c c|c a|c u)(?= )|etablissement public territorial|ept(?= ))/,
  ],
  [
    'commune',
    /^(?:la )?(?:commune (?:nouvelle|deleguee|associee)|commune|mairie(?: deleguee)?|ville|village|municipalite|bourg)(?= )/,
  ],
  ['departement', /^(?:le )?(?:conseil departemental|conseil general|departement)(?= )/],
  ['region', /^(?:la )?(?:conseil regional|region)(?= )/],
]

const intercommunalWords = /\b(?:agglomeration|agglo|communaute|metropole|intercom|intercommunalite)\b/
const associationWords =
  /^(?:association|asso|amicale|comite des fetes|federation|foyer rural|maison des jeunes)\b|\bassociation\b/
const companyWords =
  /\b(?:sarl|sas|sasu|eurl|scop|scic|sa|sci|spl|societe publique locale|societe|semop?|gie)\b/
const otherBodies =
  /\b(?:syndicat|sivu|sivom|siaep|sictom|smictom|smicval|sdis|pole metropolitain|petr|parc naturel|office de tourisme|universite|chambre|caisse|prefecture|centre de gestion|cdg|hopital|college|lycee|groupement d interet public|gip)\b/
