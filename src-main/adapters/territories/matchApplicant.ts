import {
  type ApplicantNameReading,
  intercommunalCore,
  readApplicantName,
} from '#shared/domain/dossier/readApplicantName.ts'
import { readDepartment } from '#shared/domain/dossier/readDepartment.ts'
import type { Territory, TerritoryMatch } from '#shared/domain/dossier/territory.ts'
import type { NamedTerritory, TerritoryIndex } from './territoryIndex.ts'

/** Whom the name designates, by the whole name first, then without the service after a dash ([DO30] to [DO35]). */
export function matchApplicant(
  index: TerritoryIndex,
  applicantName: string,
  departmentCode: string | null,
): TerritoryMatch {
  const inBrackets = /\(([^)]*)\)/.exec(applicantName)?.[1] ?? ''
  const department = departmentCode ?? readDepartment(inBrackets)?.code ?? null
  const whole = applicantName.replace(/\([^)]*\)/g, ' ')
  const [withoutService = whole] = whole.split(/\s+[-–—|/]\s+|\s*,\s+/)
  const reading = readApplicantName(whole)
  const match = matchReading(index, reading, department)
  if (match.status !== 'unmatched' || withoutService === whole) return match
  const shorter = matchReading(index, readApplicantName(withoutService), department)
  return shorter.status === 'unmatched' ? match : shorter
}

function matchReading(
  index: TerritoryIndex,
  reading: ApplicantNameReading,
  departmentCode: string | null,
): TerritoryMatch {
  for (const name of reading.names) {
    const tiers = lookUp(index, reading.kind, name)
    const match = choose(index, tiers, departmentCode)
    if (match === null) continue
    if (match.status !== 'matched') return match
    const { territory, formerName } = match.found
    return reading.kind === 'ccas'
      ? { status: 'matched', kind: 'ccas', territory, siren: null, formerName }
      : { status: 'matched', kind: territory.kind, territory, siren: territory.siren, formerName }
  }
  return { status: 'unmatched', kind: reading.kind }
}

/** Lists of possible territories, the surest list first. */
function lookUp(
  index: TerritoryIndex,
  kind: ApplicantNameReading['kind'],
  name: string,
): (readonly NamedTerritory[])[] {
  const communes = [index.named('commune', name), index.formerlyNamed(name)]
  if (kind === 'commune') return communes
  if (kind === 'epci') return epcisCalled(index, name)
  if (kind === 'ccas') return [...communes, ...epcisCalled(index, name)]
  if (kind === 'departement' || kind === 'region')
    return [index.named(kind, name), index.named(kind, name.replace(/^(?:la|le|les|l) /, ''))]
  // A bare name is first the commune's own: an EPCI of that name is called « CA de Haguenau », never « Haguenau ».
  return [
    ...communes,
    index.named('epci', name),
    index.named('departement', name),
    index.named('region', name),
  ]
}

function epcisCalled(index: TerritoryIndex, name: string): (readonly NamedTerritory[])[] {
  const core = intercommunalCore(name)
  return [
    index.named('epci', name),
    core === '' ? [] : index.epcisWithCore(core),
    core === '' ? [] : index.epcisOfPays(core),
    // The beginning of a long name is enough when it has two telling words: « Guingamp-Paimpol Agglomération ».
    core.includes(' ') ? index.epcisBeginning(core) : [],
  ]
}

type Choice =
  | { readonly status: 'matched'; readonly found: NamedTerritory }
  | { readonly status: 'ambiguous'; readonly candidates: readonly Territory[] }

/** One territory in the given département, or one in France when none is given; anything else asks ([DO32]). */
function choose(
  index: TerritoryIndex,
  tiers: readonly (readonly NamedTerritory[])[],
  departmentCode: string | null,
): Choice | null {
  for (const tier of tiers) {
    const here = distinct(
      tier.filter((found) => departmentCode === null || liesIn(index, found, departmentCode)),
    )
    const [only] = here
    if (only && here.length === 1) return { status: 'matched', found: only }
    if (here.length > 1) return { status: 'ambiguous', candidates: here.map(({ territory }) => territory) }
  }
  const elsewhere = distinct(tiers.flat())
  return elsewhere.length === 0
    ? null
    : { status: 'ambiguous', candidates: elsewhere.map(({ territory }) => territory) }
}

const liesIn = (index: TerritoryIndex, found: NamedTerritory, departmentCode: string): boolean =>
  found.territory.kind === 'region'
    ? index.regionOfDepartment(departmentCode) === found.territory.code
    : found.departmentCodes.includes(departmentCode)

function distinct(found: readonly NamedTerritory[]): NamedTerritory[] {
  const seen = new Set<string>()
  return found.filter(({ territory }) => {
    const identity = `${territory.kind}:${territory.code}`
    return seen.has(identity) ? false : seen.add(identity) && true
  })
}
