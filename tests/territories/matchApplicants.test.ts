import { describe, expect, it } from 'vitest'
import { readProjectSheets } from '#main/adapters/importers/readProjectSheets.ts'
import { buildTerritoryTable } from '#main/adapters/territories/buildTerritoryTable.ts'
import { territoryDirectory } from '#main/adapters/territories/territoryDirectory.ts'
import type { TerritoryMatch } from '#shared/domain/dossier/territory.ts'
import { realSheetsText } from '../importers/support/realSheets.ts'

const directory = territoryDirectory(buildTerritoryTable())

const short = (match: TerritoryMatch): string => {
  if (match.status === 'unmatched') return `unmatched ${match.kind}`
  if (match.status === 'ambiguous') return `ambiguous ${match.candidates.map(({ code }) => code).join(' ')}`
  return `${match.kind} ${match.territory.code}`
}

/** Checked one by one against the national list. */
const realApplicants: readonly (readonly [name: string, department: string, expected: string])[] = [
  ['Auray - Ti Lab', '56', 'commune 56007'],
  ['BERRIC', '56', 'commune 56015'],
  ['Bon Repos sur Blavet', '22', 'commune 22107'],
  ['Commune de Bourbriac', '22', 'commune 22013'],
  ['COMMUNE DE BRECE', '35', 'commune 35039'],
  ['Brest métropole', '29', 'epci 242900314'],
  ['Bretagne porte de Loire Communauté', '35', 'epci 200070662'],
  ['Mairie de BROONS', '22', 'commune 22020'],
  ['Commune de CAULNES', '22', 'commune 22032'],
  ['Communauté de communes du Pays de Dol et de la Baie du Mont Saint Michel', '35', 'epci 200070670'],
  ['Ville de Cesson-Sévigné', '35', 'commune 35051'],
  ['CHATILLON-EN-VENDELAIS', '35', 'commune 35072'],
  ['CLÉGUÉREC', '56', 'commune 56041'],
  ['COMMUNE NOUVELLE DE SAINT-MARC-LE-BLANC', '35', 'commune 35292'],
  ['Ville de Dinan', '22', 'commune 22050'],
  ['Ville de Dinan', '22', 'commune 22050'],
  ['DOUARNENEZ', '29', 'commune 29046'],
  ["Commune d'Elven", '56', 'commune 56053'],
  ['GUINGAMP-PAIMPOL AGGLOMÉRATION', '22', 'epci 200067981'],
  ["Centre Communal d'Action Sociale d'Hennebont", '56', 'ccas 56083'],
  ['KERGRIST MOELOU', '22', 'commune 22087'],
  ['Commune de LA MOTTE', '22', 'commune 22155'],
  ['Ville de Lorient', '56', 'commune 56121'],
  ['Mellac', '29', 'commune 29147'],
  ['MOLAC', '56', 'commune 56135'],
  ['Penvénan', '22', 'commune 22166'],
  ['Commune Plaine-Haute', '22', 'commune 22170'],
  ['Commune de Plancoët', '22', 'commune 22172'],
  ['Commune de Pléneuf-Val-André', '22', 'commune 22186'],
  ['MAIRIE DE PLEUMEUR-BODOU', '22', 'commune 22198'],
  ['Mairie de plouha', '22', 'commune 22222'],
  ['MAIRIE DE PLUMELIAU-BIEUZY', '56', 'commune 56173'],
  ['Pontivy', '56', 'commune 56178'],
  ['Mairie de PORCARO', '56', 'commune 56180'],
  ['Ville de Quévert', '22', 'commune 22259'],
  ['REDON Agglomération', '35', 'epci 243500741'],
  ['Région Bretagne - Ti Lab', '35', 'region 53'],
  ['Région Bretagne - Ti Lab', '35', 'region 53'],
  ['Région Bretagne', '35', 'region 53'],
  ['Rennes Métropole', '35', 'epci 243500139'],
  ['commune de ROHAN', '56', 'commune 56198'],
  ['Commune de Romagné', '35', 'commune 35243'],
  ['ROSTRENEN', '22', 'commune 22266'],
  ['Mairie de Saint Malo de Beignon', '56', 'commune 56226'],
  ['Saint-Gonlay', '35', 'commune 35277'],
  ['MAIRIE DE SAINT-JEAN-BRÉVELAY', '56', 'commune 56222'],
  ['Commune de Telgruc-sur-Mer', '29', 'commune 29280'],
  ["COMMUNE DE VAL D'IZE", '35', 'commune 35347'],
  ['Mairie Yffiniac', '22', 'commune 22389'],
]

describe('the real applicants', () => {
  it.each(realApplicants)('[DO30] « %s » (%s) is %s', (name, department, expected) => {
    expect(short(directory.match(name, department))).toBe(expected)
  })

  const text = realSheetsText()
  it.runIf(text !== null)('[DO30] are exactly those of the file', () => {
    const read = readProjectSheets(text ?? '').candidatures
    expect(read.map(({ applicantName, department }) => [applicantName, department?.code])).toEqual(
      realApplicants.map(([name, department]) => [name, department]),
    )
  })
})

describe('match', () => {
  it('[DO30] gives code, SIREN, population and département', () => {
    expect(directory.match('mairie de pontivy', '56')).toEqual({
      status: 'matched',
      kind: 'commune',
      territory: {
        kind: 'commune',
        code: '56178',
        name: 'Pontivy',
        siren: '215601782',
        department: { code: '56', name: 'Morbihan' },
        population: 14_640,
        nature: null,
        postalCodes: ['56300'],
      },
      siren: '215601782',
      formerName: null,
    })
  })

  it.each([
    ['commune du Faou', '29', 'commune 29053'],
    ['Mairie de l’Hermitage', '35', 'commune 35131'],
    ['Ville des Herbiers', '85', 'commune 85109'],
    ['St Malo', '35', 'commune 35288'],
    ['ST-JEAN-BREVELAY', '56', 'commune 56222'],
    ['Pontivy (56)', null, 'commune 56178'],
    ['Douarnenez, service culture', '29', 'commune 29046'],
    ['CC du Pays de Dol et de la Baie du Mont-St-Michel', '35', 'epci 200070670'],
    ['CA Redon Agglomération', '35', 'epci 243500741'],
    ['Redon Agglo', '35', 'epci 243500741'],
    ['Redon agglomération', '44', 'epci 243500741'],
    ['Communauté d’agglomération Dinan', '22', 'epci 200068989'],
    ['Conseil départemental du Morbihan', '56', 'departement 56'],
    ['Département des Côtes d’Armor', '22', 'departement 22'],
    ['Conseil régional de Bretagne', null, 'region 53'],
    ['Région Île-de-France', null, 'region 11'],
    ['Saint-Malo Agglomération', '35', 'epci 243500782'],
    ['Golfe du Morbihan - Vannes Agglomération', '56', 'epci 200067932'],
    ['De l’Oust à Brocéliande Communauté', '56', 'epci 200066785'],
    ['COMMUNAUTE COMMUNES COUESNON MARCHES DE BRETAGNE', '35', 'epci 200070688'],
    ['C.C. du Kreiz-Breizh', '22', 'epci 242200715'],
    ['CC du Pays de Dol', '35', 'epci 200070670'],
    ['Haguenau', '67', 'commune 67180'],
    ['Communauté d’agglomération de Haguenau', '67', 'epci 200067874'],
    ['Métropole de Lyon', '69', 'epci 200046977'],
    ['Ville de Paris', '75', 'commune 75056'],
    ['Saint-Denis', '974', 'commune 97411'],
    ['Commune déléguée de Collinée', '22', 'commune 22046'],
    ['EPT Plaine Commune', '93', 'epci 200057867'],
  ])('[DO30] finds « %s » (%s): %s', (name, department, expected) => {
    expect(short(directory.match(name, department))).toBe(expected)
  })

  it('[DO32] separates homonyms by the département, and asks without it', () => {
    const homonym = directory.match('La Motte', null)
    expect(homonym.status === 'ambiguous' && homonym.candidates.map(({ code }) => code)).toEqual([
      '22155',
      '83085',
    ])
    expect(short(directory.match('La Motte', '83'))).toBe('commune 83085')
    expect(short(directory.match('Pontivy', '22'))).toBe('ambiguous 56178')
  })

  it('[DO33] leads a former commune to the current one', () => {
    expect(directory.match('Commune de Collinée', '22')).toMatchObject({
      status: 'matched',
      kind: 'commune',
      territory: { code: '22046', name: 'Le Mené' },
      formerName: 'Collinée',
    })
    expect(directory.match('Mairie du Gouray', '22')).toMatchObject({
      territory: { code: '22046' },
      formerName: 'Le Gouray',
    })
  })

  it('[DO34] links a CCAS or CIAS to its territory without inventing a SIREN', () => {
    expect(directory.match('CCAS de Hennebont', '56')).toMatchObject({
      kind: 'ccas',
      territory: { code: '56083' },
      siren: null,
    })
    expect(directory.match('C.C.A.S. du Faou', '29')).toMatchObject({
      kind: 'ccas',
      territory: { code: '29053' },
      siren: null,
    })
    expect(directory.match('CIAS Redon Agglomération', '35')).toMatchObject({
      kind: 'ccas',
      territory: { kind: 'epci', code: '243500741' },
      siren: null,
    })
  })

  it.each([
    ['Syndicat des eaux de Pontivy', 'unmatched other'],
    ['Association des parents de Pontivy', 'unmatched association'],
    ['SARL Pontivy Numérique', 'unmatched company'],
    ['Les Amis du numérique', 'unmatched unknown'],
    ['', 'unmatched unknown'],
    ['Commune de', 'unmatched commune'],
    ['Mairie de Nulle-Part-les-Bains', 'unmatched commune'],
  ])('[DO35] leaves « %s » as it is', (name, expected) => {
    expect(short(directory.match(name, '56'))).toBe(expected)
  })
})

describe('look-up (A25)', () => {
  const codes = (query: string) => directory.search(query).map(({ code }) => code)

  it('[DO30] finds by name without accents, INSEE code, SIREN and postal code', () => {
    expect(codes('cleguerec')).toEqual(['56041'])
    expect(codes('saint jean brev')).toEqual(['56222'])
    expect(codes('56178')).toContain('56178')
    expect(codes('215601782')).toEqual(['56178'])
    expect(codes('22100')).toEqual(expect.arrayContaining(['22050', '22259']))
    expect(codes('')).toEqual([])
    expect(codes('Rennes')[0]).toBe('35238')
    expect(directory.search('saint').length).toBe(20)
  })

  it('[DO33] a former code leads to the current commune, a shared code stays with it', () => {
    expect(directory.byCode('commune', '56016')?.code).toBe('56173')
    expect(directory.byCode('commune', '56173')?.name).toBe('Pluméliau-Bieuzy')
    expect(directory.byCode('departement', '2a')?.name).toBe('Corse-du-Sud')
    expect(directory.byCode('region', '53')?.population).toBeGreaterThan(3_000_000)
    expect(directory.byCode('epci', '000')).toBeNull()
  })

  it('[DO30] knows the edition of the list', () => {
    expect(directory.cogYear).toBe(2026)
    expect(directory.bySiren('243 500 741')?.name).toBe('CA Redon Agglomération')
    expect(directory.bySiren('000000000')).toBeNull()
  })
})
