import type { InputOf } from '#shared/contract/contract.ts'
import type { CandidatureSort } from '#shared/domain/candidature/candidatureList.ts'

/** What the address of the list says: `?call=…&q=…&dep=…&check=1&status=…&sort=…&desc=1&peek=1`. */
export interface ListAddress {
  readonly call?: string
  readonly q?: string
  readonly dep?: string
  readonly check?: string
  readonly status?: string
  readonly sort?: string
  readonly desc?: string
  /** The preview is open. */
  readonly peek?: string
  /** Place of the active row, from 0; in the address of a dossier, its place in the list one came from. */
  readonly row?: string
}

export type ListQuery = Omit<InputOf<'candidature.list'>, 'offset' | 'limit'>

const sorts: readonly CandidatureSort[] = [
  'number',
  'applicant',
  'title',
  'department',
  'requested',
  'status',
]
const statuses = ['submitted', 'withdrawn', 'inadmissible'] as const

/** An address may have been typed or be old: what it does not understand is left out. */
export function queryOfAddress(address: ListAddress): ListQuery {
  const status = statuses.find((known) => known === address.status)
  return {
    callId: address.call ?? null,
    search: (address.q ?? '').trim().slice(0, 200),
    filters: {
      ...(address.dep === undefined ? {} : { department: address.dep.slice(0, 5) }),
      ...(address.check === '1' ? { toCheck: true } : {}),
      ...(status === undefined ? {} : { status }),
    },
    sort: sorts.find((known) => known === address.sort) ?? 'number',
    descending: address.desc === '1',
  }
}
