import type { Candidature, CheckFlag } from '#shared/domain/candidature/candidature.ts'
import type { Applicant, Dossier } from '#shared/domain/dossier/dossier.ts'
import { type ImportedCandidature, isImportable } from '#shared/domain/dossier/importedCandidature.ts'
import type { TerritoryDirectory, TerritoryMatch } from '#shared/domain/dossier/territory.ts'
import type { ImportSource } from './importSource.ts'

/** One candidature ready to be submitted; its number is given when it is written. */
export interface PlannedCandidature {
  readonly line: number
  readonly wishedNumber: number | null
  readonly matchedTerritory: string | null
  readonly dossier: Omit<Dossier, 'id'>
  readonly candidature: Pick<
    Candidature,
    'requestedCents' | 'eligibleBaseCents' | 'taxBasis' | 'amountAsWritten' | 'completeOn' | 'toCheck'
  >
}

/** What can be imported of a source, each applicant matched to the national list. Nothing is guessed: doubts are flagged. */
export const planImport = (
  source: ImportSource,
  territories: TerritoryDirectory,
): readonly PlannedCandidature[] =>
  source.candidatures.filter(isImportable).map((imported) => plan(imported, source.sourceName, territories))

function plan(
  imported: ImportedCandidature,
  sourceName: string,
  territories: TerritoryDirectory,
): PlannedCandidature {
  const match = territories.match(imported.applicantName, imported.department?.code ?? null)
  const { amount } = imported
  const certain = amount.status === 'certain' ? amount : null
  const separateBase = imported.eligibleBase?.status === 'certain' ? imported.eligibleBase : null
  return {
    line: imported.lines.first,
    wishedNumber: /^\d{1,6}$/.test(imported.number ?? '') ? Number(imported.number) : null,
    matchedTerritory: match.status === 'matched' ? match.territory.name : null,
    dossier: {
      title: imported.title,
      applicant: applicantOf(imported, match),
      description: imported.description.join('\n'),
      objectives: imported.objectives.join('\n'),
      annexes: imported.annexes,
      source: `${sourceName}, ligne ${imported.lines.first}`,
    },
    candidature: {
      requestedCents: certain?.amountCents ?? null,
      eligibleBaseCents: certain?.eligibleBaseCents ?? separateBase?.amountCents ?? null,
      taxBasis: certain?.taxBasis ?? separateBase?.taxBasis ?? null,
      amountAsWritten: amount.raw,
      completeOn: imported.depositedOn,
      toCheck: flagsOf(imported, match),
    },
  }
}

function applicantOf(imported: ImportedCandidature, match: TerritoryMatch): Applicant {
  const department = imported.department
  const common = { name: imported.applicantName, siret: imported.siret, department }
  if (match.status !== 'matched') {
    const kind = match.status === 'unmatched' ? match.kind : 'unknown'
    return {
      ...common,
      kind,
      territoryCode: null,
      siren: imported.siret?.slice(0, 9) ?? null,
      population: null,
    }
  }
  const { territory, kind } = match
  return {
    ...common,
    kind,
    territoryCode: territory.code,
    siren: match.siren ?? imported.siret?.slice(0, 9) ?? null,
    population: territory.population,
    department: department ?? territory.department,
  }
}

function flagsOf(imported: ImportedCandidature, match: TerritoryMatch): readonly CheckFlag[] {
  const found = (field: string, problem: string): boolean =>
    imported.findings.some((finding) => finding.field === field && finding.problem === problem)
  const flags: readonly (readonly [CheckFlag, boolean])[] = [
    ['amount', imported.amount.status === 'to-check'],
    ['amount-zero', imported.amount.status === 'certain' && imported.amount.flags.includes('zero')],
    ['applicant', found('applicant', 'from-title')],
    ['territory', match.status !== 'matched'],
    ['department', imported.department === null],
    ['siret', found('siret', 'unreadable')],
    ['contact-removed', imported.findings.some(({ problem }) => problem === 'contact-removed')],
  ]
  return flags.filter(([, raised]) => raised).map(([flag]) => flag)
}
