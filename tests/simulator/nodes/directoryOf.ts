import { isDeepStrictEqual } from 'node:util'
import type { RowChange } from '#shared/operations/authority/rows.ts'
import type { Effect } from '../kernel/machine.ts'
import { centre, chairLaptop, secretary } from '../meeting/cast.ts'
import type { Copy } from './copy.ts'
import type { Message } from './message.ts'

type LaptopEffect = Effect<Message>

/** A laptop that may be a hub keeps from whom it would order, should the centre be out of reach one day [SY22]. */
export function directoryOf(copy: Copy) {
  let asked = 0
  let ticks = 0
  return {
    tick: (): readonly LaptopEffect[] => {
      const mayHub = copy.address === secretary || copy.address === chairLaptop
      if (!mayHub || copy.room !== null || ticks++ % directoryTicks !== 0) return []
      return [
        {
          do: 'send',
          to: centre,
          message: { kind: 'ask-directory', device: copy.head.dev, id: ++asked },
        },
      ]
    },
    told: ({ id, rows }: Extract<Message, { kind: 'directory' }>): readonly LaptopEffect[] => {
      if (id !== asked) return []
      const isNew = ({ table, key, row }: RowChange) => !isDeepStrictEqual(copy.store.row(table, key), row)
      copy.store.change(rows.filter(isNew))
      const kept = copy.store.take()
      return kept.length === 0 ? [] : [{ do: 'write', rows: kept }, { do: 'sync' }]
    },
  }
}

const directoryTicks = 4
