import { openGroup } from '#shared/operations/authority/group.ts'
import type { AuthorityOutput } from '#shared/operations/authority/outputs.ts'
import { lacks } from '#shared/operations/authority/rows.ts'
import type { AuthorityStore } from '#shared/operations/exchange/exchangePorts.ts'
import type { SharedRows } from '#shared/usecases/sharingPorts.ts'

/** The rows of a hub in the file of its laptop, as the exchange wants them: durable when it settles [SY16]. */
export function hubStore(rows: SharedRows): AuthorityStore {
  return {
    write: async (steps) => {
      const group = openGroup(rows)
      const said: (readonly AuthorityOutput[])[] = []
      for (const step of steps) {
        const answer = step(group)
        // Every row of the file is at hand: none is ever missing.
        if (lacks(answer)) throw new Error('a row of the hub was said to be missing')
        group.absorb(answer.changes)
        said.push(answer.outputs)
      }
      const written = rows.write(group.changes())
      if (!written.ok) throw new Error(`the rows of the hub were not written: ${written.refusal.code}`)
      return said
    },
    read: async (ask) => {
      const answer = ask(rows)
      if (lacks(answer)) throw new Error('a row of the hub was said to be missing')
      return answer
    },
    snapshot: async (work) => work(rows),
  }
}
