import { expect, test } from 'vitest'
import type { Injection } from './kernel/injection.ts'
import type { Act } from './meeting/act.ts'
import { meetingPlay } from './meeting/meetingPlay.ts'

// What the simulator once found, cut down: a seed that failed stays.

const right = meetingPlay({ bug: null })
/** The plans that failed: what came to the worlds since then is not in them. */
const former = meetingPlay({ bug: null, added: false })

test('[SIM20] [SY7] a commit from before the lease, said again to the hub, is no fork', async () => {
  const act = (atMs: number, node: string, done: Act): Injection<Act> => ({
    atMs,
    kind: 'act',
    node,
    act: done,
  })
  const script: readonly Injection<Act>[] = [
    act(1000, 'secretary', { kind: 'found' }),
    act(7286, 'secretary', { kind: 'import', dossier: 0 }),
    act(15_367, 'secretary', { kind: 'plan-session' }),
    act(30_980, 'guest', { kind: 'recuse', dossier: 0, member: 2 }),
    act(94_011, 'secretary', { kind: 'mark', dossier: 0, criterion: 0, points: 4, member: 28 }),
    act(95_000, 'administrator', { kind: 'grant-lease' }),
    act(117_732, 'member4', { kind: 'file-sheet', dossier: 0, member: 28 }),
    act(120_000, 'secretary', { kind: 'open-room' }),
    act(120_985, 'member2', { kind: 'mark', dossier: 1, criterion: 1, points: 0, member: 9 }),
    act(159_400, 'secretary', { kind: 'close-session', minute: 48 }),
    act(171_862, 'guest', { kind: 'byzantine', trick: 'replay', dossier: 0, member: 13 }),
    {
      atMs: 174_521,
      kind: 'weather',
      forMs: 41_105,
      drop: 0.1701928562717512,
      duplicate: 0.07400426259264349,
      tail: 0.13306927657686174,
    },
    act(184_011, 'secretary', { kind: 'close-room' }),
  ]
  const { failure, coverage } = await right.run('426', script)
  expect(failure).toBeNull()
  const cells = coverage.map(([cell]) => cell)
  expect(cells).toContain('sheet.file@1 × ok × returned')
  expect(cells.filter((cell) => cell.includes('forked'))).toEqual([])
})

const failedOnce = [
  ...[
    '12',
    '19',
    '33',
    '38',
    '40',
    '44',
    '51',
    '77',
    '83',
    '96',
    '98',
    '101',
    '118',
    '127',
    '142',
    '150',
    '156',
    '168',
  ],
  ...['207', '218', '235', '237', '340', '350', '358', '387', '426', '440', '1141'],
]

test.for(failedOnce)('[SIM21] seed %s, which failed once, holds', { timeout: 60_000 }, async (seed) => {
  expect((await former.run(seed, former.injectionsOf(seed))).failure).toBeNull()
})
