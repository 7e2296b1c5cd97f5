import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { TerritoryTable } from './territoryTable.ts'

/**
 * Builds the table from the JSON files of `@etalab/decoupage-administratif` (not from its index, which reads relative to
 * the working directory and fails). One major version per edition of the code list: 6 is 2026.
 */
export function buildTerritoryTable(packageFolder: string = locatePackage()): TerritoryTable {
  const read = <T>(name: string): T[] => JSON.parse(readFileSync(join(packageFolder, 'data', name), 'utf8'))
  const listed = read<ListedCommune>('communes.json')
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as {
    version: string
  }
  const current = listed.filter((commune) => commune.type === 'commune-actuelle')
  const groups = [...read<ListedGroup>('epci.json'), ...read<ListedGroup>('ept.json')]
  const departments = read<ListedArea>('departements.json')
  const regions = read<ListedArea>('regions.json')
  const populationBy = (field: 'departement' | 'region') => {
    const sums = new Map<string, number>()
    for (const commune of current)
      sums.set(commune[field], (sums.get(commune[field]) ?? 0) + (commune.population ?? 0))
    return (area: ListedArea) => sums.get(area.code) || -1
  }
  return {
    format: 1,
    cogYear: 2020 + Number(version.split('.')[0]),
    communes: {
      codes: current.map((commune) => commune.code),
      names: current.map((commune) => commune.nom),
      sirens: current.map((commune) => commune.siren ?? ''),
      departments: current.map((commune) => commune.departement),
      populations: current.map((commune) => commune.population ?? -1),
      postalCodes: current.map((commune) => (commune.codesPostaux ?? []).join(' ')),
    },
    formerCommunes: formerCommunes(listed, current),
    epcis: epcis(groups, current),
    departments: {
      codes: departments.map((area) => area.code),
      names: departments.map((area) => area.nom),
      regions: departments.map((area) => area.region ?? ''),
      populations: departments.map(populationBy('departement')),
    },
    regions: {
      codes: regions.map((area) => area.code),
      names: regions.map((area) => area.nom),
      populations: regions.map(populationBy('region')),
    },
  }
}

interface ListedCommune {
  readonly code: string
  readonly nom: string
  readonly type: string
  readonly departement: string
  readonly region: string
  readonly siren?: string
  readonly codesPostaux?: readonly string[]
  readonly population?: number
  readonly anciensCodes?: readonly string[]
  /** Current commune of a déléguée or associée. */
  readonly chefLieu?: string
  /** Current commune of a municipal arrondissement. */
  readonly commune?: string
}

interface ListedGroup {
  readonly code: string
  readonly nom: string
  readonly type: string
  readonly membres: readonly { readonly code: string; readonly populationMunicipale?: number }[]
}

interface ListedArea {
  readonly code: string
  readonly nom: string
  readonly region?: string
}

function formerCommunes(
  listed: readonly ListedCommune[],
  current: readonly ListedCommune[],
): TerritoryTable['formerCommunes'] {
  const rowOf = new Map(current.map((commune, row) => [commune.code, row]))
  const named = listed.flatMap((commune) => {
    const row = rowOf.get(commune.chefLieu ?? commune.commune ?? '')
    return commune.type === 'commune-actuelle' || row === undefined
      ? []
      : [{ code: commune.code, name: commune.nom, row }]
  })
  const known = new Set(named.map(({ code }) => code))
  const bare = current.flatMap((commune, row) =>
    (commune.anciensCodes ?? []).filter((code) => !known.has(code)).map((code) => ({ code, name: '', row })),
  )
  const all = [...named, ...bare]
  return {
    codes: all.map(({ code }) => code),
    names: all.map(({ name }) => name),
    currentRows: all.map(({ row }) => row),
  }
}

function epcis(groups: readonly ListedGroup[], current: readonly ListedCommune[]): TerritoryTable['epcis'] {
  const departmentOf = new Map(current.map((commune) => [commune.code, commune.departement]))
  const population = (member: { readonly populationMunicipale?: number }) => member.populationMunicipale ?? 0
  const departmentsOf = (group: ListedGroup): string => {
    const sums = new Map<string, number>()
    for (const member of group.membres) {
      const department = departmentOf.get(member.code)
      if (department !== undefined) sums.set(department, (sums.get(department) ?? 0) + population(member))
    }
    return Array.from(sums)
      .sort((a, b) => b[1] - a[1])
      .map(([code]) => code)
      .join(' ')
  }
  return {
    sirens: groups.map((group) => group.code),
    names: groups.map((group) => group.nom),
    natures: groups.map((group) => group.type),
    populations: groups.map((group) => group.membres.reduce((sum, member) => sum + population(member), 0)),
    departments: groups.map(departmentsOf),
  }
}

const locatePackage = (): string =>
  dirname(createRequire(import.meta.url).resolve('@etalab/decoupage-administratif/package.json'))
