import { copyFileSync } from 'node:fs'
import { nodeCrypto } from '#main/adapters/keys/nodeCrypto.ts'
import { canonicalJson, type Json } from '#shared/kernel/canonicalJson.ts'
import { ok } from '#shared/kernel/result.ts'
import { memoryRows, type RowStore } from '#shared/operations/authority/memoryRows.ts'
import { receiveCommit } from '#shared/operations/authority/receiveCommit.ts'
import type { Feed } from '#shared/operations/feed/feed.ts'
import { feedFor } from '#shared/operations/feed/feedFor.ts'
import { snapshotFor } from '#shared/operations/feed/snapshotFor.ts'
import { openReplica } from '#shared/operations/replica/openReplica.ts'
import { takeFeed } from '#shared/operations/replica/takeFeed.ts'
import { takeSnapshot } from '#shared/operations/replica/takeSnapshot.ts'
import type { CommitteeFile, ShareableFile } from '#shared/usecases/ports.ts'
import { ports, written } from '#tests/operations/support/committee.ts'
import { testDevice } from '#tests/operations/support/device.ts'
import { loaded } from '#tests/operations/support/replica.ts'
import { act, addCandidature, createdFile, openedFile, valueOf } from '#tests/sqlite/committeeOnDisk.ts'
import {
  log,
  type SharedWorld,
  secretaryUser,
  sharedWorld,
  withCommittee,
} from '#tests/sqlite/sharedWorld.ts'
import type { Ground, Lap, Line, Side } from '../measure/contest.ts'
import { lapOf, timed } from '../measure/timed.ts'

/** Line 10: a file that is shared beside one that is alone, and what comes in from a centre. */
export const sharedFileLine: Line = {
  name: 'shared-file',
  open: async (ground) => {
    const alone = await committee(ground.file('seul.delibere'))
    const shared = await committee(ground.file('partagé.delibere'))
    sharedWorld(shared)
    const base = ground.file('avant.delibere')
    const followed = await committee(base)
    const centre = sharedWorld(followed)
    const { head, rows } = snapshotFor(centre.store, { user: secretaryUser })
    const before = [...rows]
    followed.close()
    const { marks, fedOperations } = ground.sizes
    markFromElsewhere(centre, fedOperations)
    return {
      contests: [
        {
          title: 'One mark keyed in a shared file',
          goal: 'p95 at most 16 ms: one frame of the screen, shared or not',
          ours: { name: 'shared: sealed for the centre', lap: (round) => markAll(shared, marks, round) },
          peers: [{ name: 'alone: the one chain of the file', lap: (round) => markAll(alone, marks, round) }],
          notes: [
            `${marks} marks a round, each its own act, encrypted, signed, synchronous=FULL on both sides`,
            'the shared one also writes where it stands in the order of the centre, and what is still to be sent',
          ],
          check: same,
        },
        {
          title: `${fedOperations} operations of others taken in`,
          goal: 'at least 6 000 a second in an encrypted file',
          ours: takenInFile(ground, base, centre, 2000),
          peers: [
            takenInFile(ground, base, centre, 200),
            {
              name: 'the core alone, rows in memory',
              lap: () => {
                const copy = memoryRows(openReplica('d-bench', log))
                const given = loaded(takeSnapshot(copy, head, before))
                copy.apply(given.changes)
                const feeds = feedsOf(centre, 2000)
                const lap = timed(() => {
                  for (const feed of feeds) copy.apply(loaded(takeFeed(copy, feed, nodeCrypto)).changes)
                })
                return lapOf([lap], sheetsIn(copy))
              },
            },
          ],
          notes: [
            'one signed operation a commit, a mark with a comment; digests, receipts and places verified, states folded and shown',
            'each page of the log is one transaction with its cursor, synchronous=FULL',
          ],
          check: same,
        },
      ],
      close: () => {
        alone.close()
        shared.close()
      },
    }
  },
}

const candidatures = 200

async function committee(path: string): Promise<ShareableFile> {
  const { file } = await createdFile(path)
  withCommittee(file)
  valueOf(
    file.transact(act('Import'), (transaction) => {
      for (let number = 1; number <= candidatures; number++)
        addCandidature(transaction, number, `Projet ${number}`, 'Berric')
      return ok(null)
    }),
  )
  return file
}

const markOf = (index: number, hundredths: number) =>
  ({
    gridId: 'grid-1',
    criterionCode: `C${Math.floor(index / candidatures) % 10}`,
    mark: { kind: 'value', hundredths, comment: 'Le projet est solide, le plan de financement à revoir.' },
  }) as const

function markAll(file: CommitteeFile, marks: number, round: number): Lap {
  const places = Array.from({ length: marks }, (_, index) => 1 + (index % candidatures))
  const laps = places.map((number, index) =>
    timed(() =>
      valueOf(
        file.transact(act('Note'), (transaction) =>
          transaction.emit(
            'sheet.mark@1',
            `sheet/c${number}/m-bruno`,
            markOf(index, (round % 20) * 100),
            'm-bruno',
          ),
        ),
      ),
    ),
  )
  return lapOf(
    laps,
    places.map((number) => file.load('sheet', `c${number}/m-bruno`)?.state),
  )
}

/** A member marks at home, one commit a mark, straight to the centre. */
function markFromElsewhere(centre: SharedWorld, count: number): void {
  const device = testDevice('d-anne-home', 'u-anne')
  centre.apply([{ table: 'device', key: device.enrolled.id, row: device.enrolled }])
  for (let index = 0; index < count; index++) {
    const number = 1 + (index % candidatures)
    const commit = device.sign(`dossier/d${number}/sheet/c${number}/m-anne`, [
      { k: 'sheet.mark@1', e: `sheet/c${number}/m-anne`, d: markOf(index, (index % 20) * 100) },
    ])
    written(centre.store, receiveCommit(centre.store, commit, { via: null, now: index }, ports))
  }
}

function feedsOf({ store }: SharedWorld, page: number): readonly Feed[] {
  const feeds: Feed[] = []
  for (let fromG = 0; ; ) {
    const feed = loaded(feedFor(store, { user: secretaryUser }, fromG, page))
    feeds.push(feed)
    fromG = feed.upToG
    if (feed.upToG >= feed.headG) return feeds
  }
}

const takenInFile = (ground: Ground, base: string, centre: SharedWorld, page: number): Side => ({
  name: `an encrypted file, ${page} entries a transaction`,
  lap: async (round) => {
    const path = ground.file(`reçoit-${page}-${round}.delibere`)
    copyFileSync(base, path)
    const file = await openedFile(path)
    const feeds = feedsOf(centre, page)
    const lap = timed(() => {
      for (const feed of feeds) valueOf(file.sharing.take((copy) => takeFeed(copy, feed, nodeCrypto)))
    })
    const found = Array.from(
      { length: candidatures },
      (_, at) => file.load('sheet', `c${at + 1}/m-anne`)?.state,
    )
    file.close()
    return lapOf([lap], found)
  },
})

const sheetsIn = (copy: RowStore): readonly unknown[] =>
  Array.from({ length: candidatures }, (_, at) => copy.row('aggregate', `sheet/c${at + 1}/m-anne`)?.state)

function same(found: ReadonlyMap<string, unknown>): void {
  const [first, ...others] = [...found.values()].map((value) => canonicalJson(value as Json))
  if (others.some((other) => other !== first)) throw new Error('the sides do not hold the same marks')
}
