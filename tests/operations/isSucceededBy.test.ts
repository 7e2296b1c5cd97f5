import { expect, test } from 'vitest'
import { isSucceededBy } from '#shared/operations/lease/isSucceededBy.ts'

const lease = { hub: 'd-hub', successors: ['d-first', 'd-second'] }
const at = (device: string, epoch: number) => ({ device, epoch })

test.for([
  ['a hub that comes back after its successor', at('d-hub', 0), at('d-first', 1), true],
  ['the successor, of the hub that came back', at('d-first', 1), at('d-hub', 0), false],
  ['a successor that was succeeded in its turn', at('d-first', 1), at('d-second', 2), true],
  ['of two that took over from the same hub, the second', at('d-second', 1), at('d-first', 1), true],
  ['of two that took over from the same hub, the first', at('d-first', 1), at('d-second', 1), false],
  ['a device that the lease does not name', at('d-hub', 0), at('d-other', 9), false],
  ['itself, asked on another of its addresses', at('d-hub', 0), at('d-hub', 1), false],
] as const)('[SY63] %s', ([, own, other, isSucceeded]) => {
  expect(isSucceededBy(lease, own, other)).toBe(isSucceeded)
})
