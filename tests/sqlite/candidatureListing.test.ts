import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Candidature } from '#shared/domain/candidature/candidature.ts'
import type {
  CandidatureQuery,
  CandidatureRow,
  CandidatureSort,
} from '#shared/domain/candidature/candidatureList.ts'
import { foldForSearch } from '#shared/domain/dossier/foldForSearch.ts'
import { sortKey } from '#shared/domain/dossier/sortKey.ts'
import { ok } from '#shared/kernel/result.ts'
import { entityOf } from '#shared/operations/operation.ts'
import type { CommitteeFile } from '#shared/usecases/ports.ts'
import { act, addCandidature, createdFile, type Folder, temporaryFolder, valueOf } from './committeeOnDisk.ts'

const applicants = [
  'Ézanville',
  'Évry',
  'Eu',
  'L’Haÿ-les-Roses',
  'Œuilly',
  'Berric',
  'Île-d’Yeu',
  'Saint-Malo',
]
const titles = ['Portail familles', 'Médiathèque', 'Cœur de ville', 'Portail citoyen', 'Zone 12', 'Zone 9']
const departments = ['56', '2A', '971', '35']
const count = 120

let folder: Folder
let file: CommitteeFile
const all: CandidatureRow[] = []

beforeAll(async () => {
  folder = temporaryFolder()
  file = (await createdFile(folder.file('a.delibere'))).file
  valueOf(
    file.transact(act('liste'), (transaction) => {
      for (let number = 1; number <= count; number++) {
        const title = titles[(number * 7) % titles.length] ?? ''
        const applicant = applicants[(number * 5) % applicants.length] ?? ''
        const department = departments[number % departments.length] ?? ''
        const callId = number % 3 === 0 ? 'call-2' : 'call-1'
        const toCheck: Candidature['toCheck'] = number % 5 === 0 ? ['amount', 'duplicate'] : []
        const requestedCents = (number % 4 === 0 ? null : (number % 7) * 100) as Candidature['requestedCents']
        addCandidature(transaction, number, title, applicant, { department, callId, toCheck, requestedCents })
        all.push({
          id: `c${number}`,
          dossierId: `d${number}`,
          callId,
          number,
          applicant,
          title,
          department,
          requestedCents,
          status: 'submitted',
          toCheck,
          mergedInto: null,
        })
      }
      return ok(null)
    }),
  )
})
afterAll(() => {
  file.close()
  folder[Symbol.dispose]()
})

const everything: CandidatureQuery = {
  callId: null,
  search: '',
  filters: {},
  sort: 'number',
  descending: false,
  offset: 0,
  limit: 500,
}

/** The same answer, worked out by hand over all the lines. */
function expectedPage(query: CandidatureQuery) {
  const words = foldForSearch(query.search)
    .split(' ')
    .filter((word) => word !== '')
  const { department, toCheck } = query.filters
  const found = all.filter((row) => {
    const text = foldForSearch(
      `${row.number} ${row.applicant} ${row.title} Morbihan ${row.department}`,
    ).split(' ')
    return (
      (query.callId === null || row.callId === query.callId) &&
      (department === undefined || row.department === department) &&
      (toCheck === undefined || row.toCheck.length > 0 === toCheck) &&
      !query.without?.includes(row.id) &&
      words.every((word) => text.some((candidate) => candidate.startsWith(word)))
    )
  })
  const key: Record<CandidatureSort, (row: CandidatureRow) => string | number> = {
    number: (row) => row.number,
    applicant: (row) => sortKey(row.applicant),
    title: (row) => sortKey(row.title),
    department: (row) => row.department,
    requested: (row) => row.requestedCents ?? -1,
    status: (row) => row.status,
  }
  const of = key[query.sort]
  const sorted = found.toSorted((a, b) => (of(a) < of(b) ? -1 : of(a) > of(b) ? 1 : a.number - b.number))
  if (query.descending) sorted.reverse()
  const codes = [...new Set(found.map((row) => row.department))].sort()
  return {
    rows: sorted.slice(query.offset, query.offset + query.limit),
    total: found.length,
    requestedCentsTotal: found.reduce((total, row) => total + (row.requestedCents ?? 0), 0),
    departments: codes.map((code) => ({
      code,
      count: found.filter((row) => row.department === code).length,
    })),
  }
}

describe('list of candidatures', () => {
  test('[LIST1] any sort, filter, search and window is the same as by hand', () => {
    fc.assert(
      fc.property(
        fc.record({
          callId: fc.constantFrom(null, 'call-1', 'call-2', 'call-3'),
          search: fc.constantFrom(
            '',
            'port',
            'PORT fam',
            'oeuil',
            'l hay',
            "l'haÿ",
            'zone 1',
            'coeur',
            'zzz',
            '"*) OR',
            '9',
          ),
          department: fc.constantFrom(undefined, '56', '2A'),
          toCheck: fc.constantFrom(undefined, true, false),
          without: fc.constantFrom(undefined, [], ['c7', 'c40', 'c120']),
          sort: fc.constantFrom<CandidatureSort>(
            'number',
            'applicant',
            'title',
            'department',
            'requested',
            'status',
          ),
          descending: fc.boolean(),
          offset: fc.nat(130),
          limit: fc.integer({ min: 0, max: 60 }),
        }),
        ({ department, toCheck, search, without, ...rest }) => {
          const query: CandidatureQuery = {
            ...rest,
            ...(without === undefined ? {} : { without }),
            search,
            filters: {
              ...(department === undefined ? {} : { department }),
              ...(toCheck === undefined ? {} : { toCheck }),
            },
          }
          const expected =
            search === '"*) OR' ? expectedPage({ ...query, search: 'or' }) : expectedPage(query)
          expect(file.listCandidatures(query)).toEqual(expected)
        },
      ),
      { numRuns: 400 },
    )
  })

  test('[LIST2] French order: accents come second, numbers by value', () => {
    const order = file.listCandidatures({ ...everything, sort: 'applicant' }).rows.map((row) => row.applicant)
    expect([...new Set(order)]).toEqual([
      'Berric',
      'Eu',
      'Évry',
      'Ézanville',
      'Île-d’Yeu',
      'L’Haÿ-les-Roses',
      'Œuilly',
      'Saint-Malo',
    ])
    const zones = file
      .listCandidatures({ ...everything, sort: 'title', search: 'zone' })
      .rows.map((row) => row.title)
    expect([...new Set(zones)]).toEqual(['Zone 9', 'Zone 12'])
  })

  test('[LIST3] a changed dossier shows at once in lines, words and totals; so does its taking back', () => {
    const titled = (search: string) =>
      file.listCandidatures({ ...everything, search }).rows.map((row) => row.id)
    expect(titled('guinguette')).toEqual([])
    valueOf(
      file.transact(act('titre'), (transaction) =>
        transaction.emit('dossier.change@1', entityOf('dossier', 'd7'), { set: { title: 'La Guinguette' } }),
      ),
    )
    expect(titled('guing')).toEqual(['c7'])
    valueOf(file.undo({ userId: 'secretary' }))
    expect(titled('guing')).toEqual([])
    expect(file.doctor().verdict).toBe('conforme')
  })
})
