import { memoryRows } from '#shared/operations/authority/memoryRows.ts'
import { feedFor } from '#shared/operations/feed/feedFor.ts'
import { rowsFor } from '#shared/operations/feed/rowsFor.ts'
import { snapshotFor } from '#shared/operations/feed/snapshotFor.ts'
import { openReplica } from '#shared/operations/replica/openReplica.ts'
import { takeFeed } from '#shared/operations/replica/takeFeed.ts'
import { takeAskedRows, takeSnapshot } from '#shared/operations/replica/takeSnapshot.ts'
import { chance } from '../kernel/chance.ts'
import { centre } from '../meeting/cast.ts'
import { staleCopies } from '../nodes/authorityBugs.ts'
import { loaded } from '../nodes/loaded.ts'
import { rowsOn } from '../nodes/rowStore.ts'
import { centreLog, type WorldOf } from '../nodes/worldOf.ts'
import { type Copied, copyDiffers, statesGiven } from './copies.ts'
import type { MeetingWorld } from './invariants.ts'

/**
 * [I13] [SY27] Whoever takes the state of the centre at some place k, then the log after it in pages of some length, holds
 * what the centre would hand out anew. One reader and one image of the disk of the centre for each seed.
 */
export function snapshotLawBroken(
  world: MeetingWorld,
  { seed, cast, cryptography, bug }: WorldOf,
): string | null {
  const disk = world.hosts.get(centre)?.disk
  if (disk === undefined) return null
  const draw = chance(`${seed}/snapshot`)
  const user = draw.pick(cast.people).address
  const now = rowsOn(disk, centre)
  const then = rowsOn(disk.imageAt(draw.below(disk.written) + 1), centre)
  const [k, end] = [then.row('log', 'log'), now.row('log', 'log')]
  // A log that a restored centre goes on under is another: its copies begin anew.
  if (k === null || end === null || k.epoch !== end.epoch) return null
  const copy = memoryRows(openReplica(user, centreLog))
  const takeWhole = (rows: Copied) => {
    const { head, rows: given } = snapshotFor(rows, { user })
    const told = bug === 'Z16' ? staleCopies(bug)(user, head.g, [...given]) : given
    copy.apply(loaded(takeSnapshot(copy, head, told)).changes)
  }
  takeWhole(then)
  const page = 1 + draw.below(20)
  for (let g = k.g; g < end.g; g = copy.row('cursor', centreLog)?.g ?? end.g) {
    const step = loaded(takeFeed(copy, loaded(feedFor(now, { user }, g, page)), cryptography))
    if (step.outputs.some(({ kind }) => kind === 'broken-log' || kind === 'out-of-step'))
      return `the log after ${k.g} does not follow on the state of ${k.g}`
    copy.apply(step.changes)
    const wanted = [...copy.scan('readOnly')].flatMap(([entity, { why }]) =>
      why === 'history-missing' ? [entity] : [],
    )
    if (wanted.length > 0)
      copy.apply(
        loaded(takeAskedRows(copy, loaded(rowsFor(now, { user }, wanted)), centreLog, wanted)).changes,
      )
    if (copy.row('anew', centreLog) !== null) takeWhole(now)
  }
  const differs = copyDiffers(copy, statesGiven(now, user))
  return differs === null ? null : `${user}, from ${k.g} in pages of ${page}: ${differs}`
}
