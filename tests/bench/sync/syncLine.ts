import { mkdirSync, rmSync } from 'node:fs'
import type { Contest, Ground, Lap, Line, Side } from '../measure/contest.ts'
import { oursFirstCopy, pouchFirstCopy } from './firstCopy.ts'
import { type HeldRoom, heldRoom, pushedStraight, returned } from './hubReturn.ts'
import { installOthers } from './installOthers.ts'
import { othersPair, oursPair, type PairLaps, type PairWork } from './pair.ts'
import { oursRoom, pouchRoom, type RoomWork } from './roomMeeting.ts'

/** Line 10: a laptop writes offline, pushes to the hub; another, who was there before, pulls. One process per node. */
export const syncLine: Line = {
  name: 'sync',
  open: (ground) => {
    const { syncOperations, withOthers } = ground.sizes
    const others = withOthers && installOthers() ? peers : []
    const lapIn =
      (phase: keyof PairLaps, perCommit: number, play: (work: PairWork) => Promise<PairLaps>): Side['lap'] =>
      () =>
        inFolder(
          ground.file(`sync-${phase}`),
          async (folder) => (await play({ folder, operations: syncOperations, perCommit }))[phase],
        )
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
        room(ground, 'one mark a second each', 1_000, others.length > 0),
        room(ground, 'a burst, ten marks a second each', 100, others.length > 0),
        firstCopy(ground, others.length > 0),
        hubReturn(ground),
      ],
      close: () => {},
    }
  },
}

function room({ sizes, file }: Ground, pace: string, everyMs: number, withOthers: boolean): Contest {
  const { roomLaptops: laptops, roomMarks: marks } = sizes
  const lapOf =
    (play: (work: RoomWork) => Promise<Lap>): Side['lap'] =>
    () =>
      inFolder(file(`room-${everyMs}`), (folder) => play({ folder, laptops, marks, everyMs }))
  return {
    title: `Room of ${laptops} laptops, ${pace}: from the key to what another laptop holds`,
    goal:
      everyMs >= 1_000
        ? 'p95 at most 0.25 of PouchDB live; with 30 laptops on a quiet machine p95 100 ms, p99 250 ms'
        : 'with 30 laptops on a quiet machine p95 250 ms',
    ours: { name: 'ours, encrypted files', lap: lapOf(oursRoom) },
    peers: [
      withOthers
        ? { name: 'PouchDB 9.0.0, live', lap: lapOf(pouchRoom) }
        : { name: 'ours, once more', lap: lapOf(oursRoom) },
    ],
    notes: [
      `${marks} marks each; a process for each laptop and for the hub, all on this one machine: with many laptops the processor is what is waited for`,
      'ours: durable at the writer, signed; judged, ordered, durable at the hub; verified, folded, durable at the reader',
      'PouchDB: leveldb, which does not wait for the disk; no signature, right or order',
      'the hub is the store of a server; that of a laptop which leads a room is another, over SQLite too',
    ],
    check: sameMarks,
  }
}

function firstCopy({ sizes: { copiedDossiers }, file }: Ground, withOthers: boolean): Contest {
  const lapOf =
    (play: (folder: string, dossiers: number) => Promise<Lap>): Side['lap'] =>
    () =>
      inFolder(file('first-copy'), (folder) => play(folder, copiedDossiers))
  return {
    title: `First copy of ${copiedDossiers} dossiers and candidatures, ${5 * copiedDossiers} marks`,
    goal: 'at most 0.25 of PouchDB; of 100 000 dossiers on a quiet machine 30 s, 300 MB',
    ours: { name: 'ours, in chunks, encrypted file', lap: lapOf(oursFirstCopy) },
    peers: [
      withOthers
        ? { name: 'PouchDB 9.0.0', lap: lapOf(pouchFirstCopy) }
        : { name: 'ours, once more', lap: lapOf(oursFirstCopy) },
    ],
    notes: [
      'ours: what the reader may see is judged row by row, cut, compressed and signed by the centre in the timed part; each chunk is verified and durable',
      'ours: the file is the rows of a copy; shown aggregates and search are outside',
      'PouchDB: one document a dossier, a candidature, a mark, each as long as a mark',
      'peak: of the laptop that takes',
    ],
    check: sameMarks,
  }
}

function hubReturn({ sizes: { returnedOperations: operations }, file }: Ground): Contest {
  let room: HeldRoom | null = null
  const lapOf =
    (play: typeof returned): Side['lap'] =>
    () =>
      inFolder(file('hub-return'), (folder) => {
        mkdirSync(folder, { recursive: true })
        room ??= heldRoom(operations)
        return play(folder, room)
      })
  return {
    title: `Return of a room of ${operations} marks to its centre`,
    goal: 'of 20 000 on a quiet machine 20 s',
    ours: { name: 'ours, by its hub', lap: lapOf(returned) },
    peers: [{ name: 'ours, pushed straight', lap: lapOf(pushedStraight) }],
    notes: [
      'in this process, the store of the server over SQLite; the network and the reading of frames are outside',
      'by its hub: one transaction; every commit verified, judged on the rights of the lease, held against what the room had said',
      'pushed straight: the same commits, 128 a transaction, without a room; no peer has rooms',
    ],
    check: sameMarks,
  }
}

async function inFolder<T>(folder: string, work: (folder: string) => Promise<T>): Promise<T> {
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
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
