import { rmSync } from 'node:fs'
import type { Contest, Lap, Line, Side } from '../measure/contest.ts'
import { installOthers } from './installOthers.ts'
import { othersPair, oursPair, type PairLaps, type PairWork } from './pair.ts'

/** Line 10: a laptop writes offline, pushes to the hub; another, who was there before, pulls. One process per node. */
export const syncLine: Line = {
  name: 'sync',
  open: (ground) => {
    const { syncOperations, withOthers } = ground.sizes
    const others = withOthers && installOthers() ? peers : []
    const lapIn =
      (phase: keyof PairLaps, perCommit: number, play: (work: PairWork) => Promise<PairLaps>): Side['lap'] =>
      async (): Promise<Lap> => {
        const folder = ground.file(`sync-${phase}`)
        try {
          return (await play({ folder, operations: syncOperations, perCommit }))[phase]
        } finally {
          rmSync(folder, { recursive: true, force: true })
        }
      }
    const contest = (phase: keyof PairLaps, perCommit: number): Omit<Contest, 'title' | 'goal'> => ({
      ours: {
        name: `ours, ${perCommit} a commit, encrypted file`,
        lap: lapIn(phase, perCommit, (work) => oursPair(work, true)),
      },
      peers: [
        {
          name: `ours, ${perCommit} a commit, plain file`,
          lap: lapIn(phase, perCommit, (work) => oursPair(work, false)),
        },
        ...(perCommit > 1 ? [] : others).map(([name, peer]) => ({
          name,
          lap: lapIn(phase, 1, (work) => othersPair(peer, work)),
        })),
      ],
      notes: [
        `${syncOperations} marks with a French comment; a process for the hub, one for each laptop, WebSocket on the loopback`,
        'ours: each commit signed, verified, judged on its rights, ordered, receipted; the store of the server and the file of the laptop wait for the disk at each transaction (WAL, synchronous FULL)',
        'ours: the file is the rows of a copy (sync_rows); shown aggregates and search are outside, as are accounts and TLS',
        ...(others.length > 0 && perCommit === 1
          ? [
              'PouchDB: leveldb at both ends, which does not wait for the disk; HTTP; one document a mark; no signature, right or receipt',
              'Yjs: memory at both ends; one update a mark pushed, pulled as one merged update; no store, signature, right or receipt',
              'Automerge-repo: memory at both ends, one document per dossier; no signature or right',
            ]
          : []),
      ],
      check: sameMarks,
    })
    return {
      contests: [
        {
          ...contest('push', 1),
          title: `Push of ${syncOperations} marks, one signed operation a commit`,
          goal: 'at least as fast as PouchDB (ours / it at most 1), 3 000 operations a second on a quiet machine',
        },
        {
          ...contest('pull', 1),
          title: `Pull of ${syncOperations} marks by another laptop: verified, folded, durable`,
          goal: 'at most 0.33 of PouchDB, 0.25 of Automerge-repo, 2.5 of Yjs; 6 000 operations a second on a quiet machine',
        },
        {
          ...contest('push', batch),
          title: `Push of ${syncOperations} marks, ${batch} a commit`,
          goal: '30 000 operations a second on a quiet machine; encryption is not felt',
        },
      ],
      close: () => {},
    }
  },
}

const batch = 50
const peers = [
  ['PouchDB 9.0.0', 'pouchdb'],
  ['Yjs 13.6.33', 'yjs'],
  ['Automerge-repo 2.5.6', 'automerge'],
] as const

/** Whoever pulled has the marks that were written, in every way of doing it. */
function sameMarks(found: ReadonlyMap<string, unknown>): void {
  const [first, ...more] = [...found.values()].map((value) => JSON.stringify(value))
  if (more.some((value) => value !== first)) throw new Error('the sides do not end with the same marks')
}
