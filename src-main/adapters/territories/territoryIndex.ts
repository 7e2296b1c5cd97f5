import { intercommunalCore, territoryKey } from '#shared/domain/dossier/readApplicantName.ts'
import type { Department } from '#shared/domain/dossier/readDepartment.ts'
import type { Territory, TerritoryKind } from '#shared/domain/dossier/territory.ts'
import type { TerritoryTable } from './territoryTable.ts'

/** A territory found by a name, and the old name that led to it. */
export interface NamedTerritory {
  readonly territory: Territory
  readonly formerName: string | null
  /** Every département it lies in; empty for a région. */
  readonly departmentCodes: readonly string[]
}

export interface TerritoryIndex {
  /** Every territory with its folded name, former communes excepted. */
  readonly entries: readonly { readonly key: string; readonly territory: Territory }[]
  /** Exact folded names. */
  named(kind: TerritoryKind, key: string): readonly NamedTerritory[]
  formerlyNamed(key: string): readonly NamedTerritory[]
  /** EPCI whose telling words begin with these. */
  epcisBeginning(core: string): readonly NamedTerritory[]
  /** EPCI whose telling words are these. */
  epcisWithCore(core: string): readonly NamedTerritory[]
  /** The same, where « pays » is said or not: « Saint-Malo Agglomération » is « CA du Pays de Saint-Malo ». */
  epcisOfPays(core: string): readonly NamedTerritory[]
  byCode(kind: TerritoryKind, code: string): readonly Territory[]
  bySiren(siren: string): readonly Territory[]
  regionOfDepartment(departmentCode: string): string | null
}

export function territoryIndex(table: TerritoryTable): TerritoryIndex {
  const departments = new Map(table.departments.codes.map((code, row) => [code, departmentAt(table, row)]))
  const communes = table.communes.codes.map((_, row) => communeAt(table, row, departments))
  const epcis = table.epcis.sirens.map((_, row) => epciAt(table, row, departments))
  const areas = [
    ...table.departments.codes.map((_, row) => areaAt('departement', table.departments, row, departments)),
    ...table.regions.codes.map((_, row) => areaAt('region', table.regions, row, departments)),
  ]
  const all = [...communes, ...epcis, ...areas]

  const names = new Map<string, NamedTerritory[]>()
  for (const found of all) push(names, `${found.territory.kind}:${nameKey(found.territory)}`, found)
  const formerNames = new Map<string, NamedTerritory[]>()
  const codes = new Map<string, Territory[]>()
  const sirens = new Map<string, Territory[]>()
  for (const { territory } of all) {
    push(codes, `${territory.kind}:${territory.code}`, territory)
    if (territory.siren !== null) push(sirens, territory.siren, territory)
  }
  table.formerCommunes.codes.forEach((code, row) => {
    const current = communes[table.formerCommunes.currentRows[row] ?? -1]
    const formerName = table.formerCommunes.names[row] ?? ''
    if (!current) return
    // A déléguée may keep the code of the new commune: the current one stays first.
    push(codes, `commune:${code}`, current.territory)
    if (formerName !== '') push(formerNames, territoryKey(formerName), { ...current, formerName })
  })
  const cores = epcis.map((epci) => ({ epci, core: intercommunalCore(nameKey(epci.territory)) }))
  const epcisByCore = new Map<string, NamedTerritory[]>()
  const epcisByCoreWithoutPays = new Map<string, NamedTerritory[]>()
  for (const { epci, core } of cores) {
    push(epcisByCore, core, epci)
    push(epcisByCoreWithoutPays, withoutPays(core), epci)
  }
  const regions = new Map(
    table.departments.codes.map((code, row) => [code, table.departments.regions[row] ?? '']),
  )

  return {
    entries: all.map(({ territory }) => ({ key: territoryKey(territory.name), territory })),
    named: (kind, key) => names.get(`${kind}:${key}`) ?? [],
    formerlyNamed: (key) => formerNames.get(key) ?? [],
    epcisBeginning: (core) =>
      cores.filter((entry) => `${entry.core} `.startsWith(`${core} `)).map(({ epci }) => epci),
    epcisWithCore: (core) => epcisByCore.get(core) ?? [],
    epcisOfPays: (core) => epcisByCoreWithoutPays.get(withoutPays(core)) ?? [],
    byCode: (kind, code) => codes.get(`${kind}:${code.toUpperCase()}`) ?? [],
    bySiren: (siren) => sirens.get(siren) ?? [],
    regionOfDepartment: (departmentCode) => regions.get(departmentCode) || null,
  }
}

/** « CC du Pays de Dol » is looked for without its nature and its link word, which people write in full or leave out. */
const nameKey = (territory: Territory): string =>
  territory.kind === 'epci'
    ? territoryKey(territory.name).replace(/^(?:cc|ca|cu) (?:(?:du|de la|de l|des|de|d) )?/, '')
    : territoryKey(territory.name)

const withoutPays = (core: string): string => core.replace(/^pays /, '')

function push<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

const departmentAt = (table: TerritoryTable, row: number): Department => ({
  code: table.departments.codes[row] ?? '',
  name: table.departments.names[row] ?? '',
})

const known = (population: number | undefined): number | null =>
  population === undefined || population < 0 ? null : population

function communeAt(
  table: TerritoryTable,
  row: number,
  departments: ReadonlyMap<string, Department>,
): NamedTerritory {
  const { codes, names, sirens, populations, postalCodes, departments: departmentCodes } = table.communes
  const departmentCode = departmentCodes[row] ?? ''
  return {
    territory: {
      kind: 'commune',
      code: codes[row] ?? '',
      name: names[row] ?? '',
      siren: sirens[row] || null,
      department: departments.get(departmentCode) ?? null,
      population: known(populations[row]),
      nature: null,
      postalCodes: (postalCodes[row] ?? '').split(' ').filter((code) => code !== ''),
    },
    formerName: null,
    departmentCodes: [departmentCode],
  }
}

function epciAt(
  table: TerritoryTable,
  row: number,
  departments: ReadonlyMap<string, Department>,
): NamedTerritory {
  const departmentCodes = (table.epcis.departments[row] ?? '').split(' ').filter((code) => code !== '')
  const siren = table.epcis.sirens[row] ?? ''
  return {
    territory: {
      kind: 'epci',
      code: siren,
      name: table.epcis.names[row] ?? '',
      siren,
      department: departments.get(departmentCodes[0] ?? '') ?? null,
      population: known(table.epcis.populations[row]),
      nature: table.epcis.natures[row] ?? null,
      postalCodes: [],
    },
    formerName: null,
    departmentCodes,
  }
}

function areaAt(
  kind: 'departement' | 'region',
  columns: {
    readonly codes: readonly string[]
    readonly names: readonly string[]
    readonly populations: readonly number[]
  },
  row: number,
  departments: ReadonlyMap<string, Department>,
): NamedTerritory {
  const code = columns.codes[row] ?? ''
  return {
    territory: {
      kind,
      code,
      name: columns.names[row] ?? '',
      siren: null,
      department: kind === 'departement' ? (departments.get(code) ?? null) : null,
      population: known(columns.populations[row]),
      nature: null,
      postalCodes: [],
    },
    formerName: null,
    departmentCodes: kind === 'departement' ? [code] : [],
  }
}
