import { ok, refuse } from '#shared/kernel/result.ts'
import { openGroup } from '#shared/operations/authority/group.ts'
import type { RowStore } from '#shared/operations/authority/memoryRows.ts'
import { lacks } from '#shared/operations/authority/rows.ts'
import type { AuthorityStore, ReplicaStore } from '#shared/operations/exchange/exchangePorts.ts'
import { loaded } from '../../operations/support/replica.ts'

export interface TestAuthorityStore extends AuthorityStore {
  /** Steps of each write that was made durable. */
  readonly writes: number[]
  /** The disk is full. */
  isFull: boolean
}

/** Rows in memory behind the port of a database: every answer comes later, a write is all or nothing. */
export function authorityStore(rows: RowStore): TestAuthorityStore {
  const store: TestAuthorityStore = {
    writes: [],
    isFull: false,
    async write(steps) {
      await null
      if (store.isFull) throw new Error('disk full')
      const group = openGroup(rows)
      const said = steps.map((step) => {
        const answer = step(group)
        if (lacks(answer)) throw new Error('a store in memory lacks nothing')
        group.absorb(answer.changes)
        return answer.outputs
      })
      rows.apply(group.changes())
      store.writes.push(steps.length)
      return said
    },
    async read(ask) {
      await null
      return loaded(ask(rows))
    },
    async snapshot(walk) {
      await null
      return walk(rows)
    },
  }
  return store
}

export interface TestReplicaStore extends ReplicaStore {
  /** What `take` refuses with; null: nothing. */
  refuses: 'entity.changed-meanwhile' | 'file.disk-full' | null
  /** Transactions that wrote something. */
  written: number
}

export function replicaStore(rows: RowStore): TestReplicaStore {
  const store: TestReplicaStore = {
    copy: rows,
    refuses: null,
    written: 0,
    take(step) {
      if (store.refuses !== null) return refuse(store.refuses)
      const { changes, outputs } = loaded(step(rows))
      if (changes.length > 0) store.written++
      rows.apply(changes)
      return ok(outputs)
    },
  }
  return store
}
