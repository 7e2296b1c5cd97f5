import { expect, test } from 'vitest'
import type { Injection } from './kernel/injection.ts'
import type { Act } from './meeting/act.ts'
import { meetingPlay } from './meeting/meetingPlay.ts'

// What the simulator once found, cut down: a seed that failed stays.

const right = meetingPlay({ bug: null })

test('[SIM20] [SY7] a commit from before the lease, said again to the hub, is no fork', () => {
  const script: readonly Injection<Act>[] = [
    { atMs: 1000, kind: 'act', node: 'secretary', act: { kind: 'found' } },
    { atMs: 7286, kind: 'act', node: 'secretary', act: { kind: 'import', dossier: 0 } },
    { atMs: 15_367, kind: 'act', node: 'secretary', act: { kind: 'plan-session' } },
    { atMs: 30_980, kind: 'act', node: 'guest', act: { kind: 'recuse', dossier: 0, member: 2 } },
    { atMs: 95_000, kind: 'act', node: 'administrator', act: { kind: 'grant-lease' } },
    { atMs: 120_000, kind: 'act', node: 'secretary', act: { kind: 'open-room' } },
    {
      atMs: 171_862,
      kind: 'act',
      node: 'guest',
      act: { kind: 'byzantine', trick: 'replay', dossier: 0, member: 13 },
    },
    { atMs: 184_011, kind: 'act', node: 'secretary', act: { kind: 'close-room' } },
  ]
  const { failure, coverage } = right.run('426', script)
  expect(failure).toBeNull()
  expect(coverage.map(([cell]) => cell).filter((cell) => cell.includes('forked'))).toEqual([])
})

test.for(['44', '127', '142', '237', '350', '426'])('[SIM21] seed %s, which failed once, holds', (seed) => {
  expect(right.run(seed, right.injectionsOf(seed)).failure).toBeNull()
})
