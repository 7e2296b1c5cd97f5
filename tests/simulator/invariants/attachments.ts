import { hash } from 'node:crypto'
import { type WholeBlob, wholePlace } from '../attachments/diskBlobs.ts'
import { chance } from '../kernel/chance.ts'
import type { DiskReader } from '../kernel/disk.ts'
import { centre, personAt } from '../meeting/cast.ts'
import { rowsOn } from '../nodes/rowStore.ts'
import type { WorldOf } from '../nodes/worldOf.ts'
import { type LoggedCommit, type LoggedOperation, readCommit } from '../oracles/loggedCommit.ts'
import { mayHold } from '../oracles/mayHold.ts'
import type { MeetingWorld } from './invariants.ts'
import { sightAfter } from './scopes.ts'
import { isShutOut } from './shutOut.ts'

/**
 * [I15] [BL4] [BL8] Bytes that lie whole anywhere are those that their name says; no image of a disk has a commit of its own
 * without the bytes that it cites; what was accepted has its bytes at the centre, and at everybody who may read it, as long as
 * anybody is left who wrote it; and nobody else holds them.
 */
export function attachmentsBroken(
  world: MeetingWorld,
  of: WorldOf,
  log: readonly LoggedCommit[],
): string | null {
  const cited = log.filter(({ verdict, operations }) => verdict === 'ok' && papersOf(operations).length > 0)
  return falseBytes(world) ?? signedWithout(world, of) ?? misplaced(world, of, log, cited)
}

/** Digests of the bytes that lie whole on a disk. */
export const heldOn = (disk: DiskReader): readonly string[] =>
  disk.list(wholePlace).map(([key]) => key.slice(wholePlace.length))

/** What these operations cite, by the one kind that cites anything in these worlds. */
export const papersOf = (operations: readonly LoggedOperation[] | null): readonly string[] =>
  (operations ?? []).flatMap(({ kind, data }) => (kind === 'document.issue@2' ? [String(data.sha256)] : []))

/** What the bodies of the commits that a laptop wrote, and still has whole, cite. */
export const papersOnDisk = (disk: DiskReader): ReadonlySet<string> =>
  new Set(disk.list('copy:own|').flatMap(([, row]) => papersOf(readCommit((row as Own).commit).operations)))

/** By the states of a copy, those of erased commits included. */
const papersShownOn = (disk: DiskReader): ReadonlySet<string> =>
  new Set(
    disk.list('copy:aggregate|document/').flatMap(([, row]) => {
      const { state } = row as { readonly state: { readonly sha256: string } | null }
      return state === null ? [] : [state.sha256]
    }),
  )

const hasBody = (disk: DiskReader, cid: string): boolean =>
  ((disk.get(`copy:commit|${cid}`) as Own | undefined)?.commit.body.length ?? 0) > 0

interface Own {
  readonly commit: Parameters<typeof readCommit>[0]
}

function falseBytes(world: MeetingWorld): string | null {
  for (const [address, { disk }] of world.hosts)
    for (const [key, row] of disk.list(wholePlace))
      if (hash('sha256', (row as WholeBlob).content, 'hex') !== key.slice(wholePlace.length))
        return `what ${address} holds as ${key} has other bytes`
  return null
}

/** Whenever the power went: the last images of a disk, and a few of before. */
function signedWithout(world: MeetingWorld, { seed }: WorldOf): string | null {
  const draw = chance(`${seed}/paper-images`)
  for (const [address, { disk }] of world.hosts) {
    if (address === centre || papersOnDisk(disk).size === 0) continue
    for (let i = 0; i < 6; i++) {
      const written = i === 0 ? disk.written : draw.below(disk.written + 1)
      const image = disk.imageAt(written)
      const held = new Set(heldOn(image))
      const missing = [...papersOnDisk(image)].find((sha256) => !held.has(sha256))
      if (missing !== undefined)
        return `${address}, after ${written} transactions: a commit of its own cites ${missing}, which is not there`
    }
  }
  return null
}

function misplaced(
  world: MeetingWorld,
  of: WorldOf,
  log: readonly LoggedCommit[],
  cited: readonly LoggedCommit[],
): string | null {
  const sight = sightAfter(of, log)
  const atCentre = new Set(heldOn(world.hosts.get(centre)?.disk ?? noDisk))
  for (const [address, { disk, destroyed }] of world.hosts) {
    const user = personAt(of.cast, address)?.address
    if (address === centre || destroyed || user === undefined || isShutOut(world, of, address)) continue
    const held = new Set(heldOn(disk))
    const own = papersOnDisk(disk)
    const readable = new Set<string>()
    for (const { g, scope, operations } of cited)
      for (const sha256 of papersOf(operations)) {
        if (own.has(sha256) && held.has(sha256) && !atCentre.has(sha256) && !isSetBackUnseen(world))
          return `entry ${g} cites ${sha256}, which ${address} has and the centre has not`
        if (!mayHold(user, scope, sight)) continue
        readable.add(sha256)
        if (atCentre.has(sha256) && !held.has(sha256))
          return `entry ${g} cites ${sha256}, which ${address} may read and has not`
      }
    // [BL14] A paper that he read was erased, and somebody else's cites the same bytes: only the last to go takes them along.
    const shown = papersShownOn(disk)
    // [SY3] The body of what was refused is for who reads everything, and a hub carried the bytes that it cites.
    const refused = new Set(
      log.flatMap(({ verdict, cid, operations }) =>
        verdict !== 'ok' && hasBody(disk, cid) ? papersOf(operations) : [],
      ),
    )
    const isElsewhere = (sha256: string) =>
      shown.has(sha256) && cited.some(({ operations }) => papersOf(operations).includes(sha256))
    const other = [...held].find(
      (sha256) => !readable.has(sha256) && !own.has(sha256) && !refused.has(sha256) && !isElsewhere(sha256),
    )
    if (other !== undefined) return `${address} holds ${other}, which nothing cites that he may read`
    if (held.size > 0) world.coverage.hit('papers held')
  }
  return null
}

/**
 * A centre whose disk was set back without losing an entry of the log: nobody could see it by the log, and nothing is offered
 * again. Whoever restores a server says so, by the command that does it (SV6).
 */
function isSetBackUnseen(world: MeetingWorld): boolean {
  const host = world.hosts.get(centre)
  const epoch = host === undefined ? 0 : (rowsOn(host.disk, centre).row('log', 'log')?.epoch ?? 0)
  return epoch < (host?.timesSetBack ?? 0)
}

const noDisk: DiskReader = { get: () => undefined, list: () => [] }
