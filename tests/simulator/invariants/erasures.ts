import { hash } from 'node:crypto'
import { centre } from '../meeting/cast.ts'
import type { WorldOf } from '../nodes/worldOf.ts'
import type { LoggedCommit } from '../oracles/loggedCommit.ts'
import { heldOn, papersOf, papersOnDisk } from './attachments.ts'
import type { MeetingWorld } from './invariants.ts'
import { isShutOut } from './shutOut.ts'

/**
 * [I19] [SY28] Once an order to erase was accepted, no disk holds a body that it names, whatever row it would lie in, after the
 * next contact of its laptop; the headers and signatures are there, and the chain of every device still verifies.
 */
export function erasuresBroken(
  world: MeetingWorld,
  of: WorldOf,
  log: readonly LoggedCommit[],
): string | null {
  const erased = erasedBy(log)
  if (erased.size === 0) return null
  world.coverage.hit('bodies erased')
  return chainsUnverified(world, of) ?? bodyLeft(world, of, erased) ?? paperLeft(world, of, log)
}

/** The commits that accepted orders name. */
export const erasedBy = (log: readonly LoggedCommit[]): ReadonlySet<string> =>
  new Set(
    log.flatMap(({ verdict, operations }) =>
      (verdict === 'ok' && operations ? operations : []).flatMap(({ kind, data }) =>
        kind === 'erasure.order@1' ? (data.commits as readonly string[]) : [],
      ),
    ),
  )

interface Kept {
  readonly commit: { readonly header: Uint8Array; readonly body: Uint8Array; readonly signature: Uint8Array }
  readonly ruling: { readonly verdict: string } | null
}

function bodyLeft(world: MeetingWorld, of: WorldOf, erased: ReadonlySet<string>): string | null {
  const store = world.hosts.get(centre)?.disk
  const cidOf = new Map<string, string>()
  for (const cid of erased) {
    const kept = store?.get(`${centre}:commit|${cid}`) as Kept | undefined
    if (kept === undefined) return `the header of ${cid} went with its body`
    cidOf.set(headerOf(kept).bh, cid)
  }
  for (const [address, { disk, destroyed }] of world.hosts) {
    if (destroyed || isShutOut(world, of, address)) continue
    for (const [key, row] of disk.list('')) {
      if (isOfRoom(key)) continue
      for (const bytes of bytesIn(row)) {
        const cid = cidOf.get(hash('sha256', bytes, 'base64url'))
        if (cid !== undefined) return `${address} holds the erased body of ${cid} in ${key}`
      }
    }
  }
  return null
}

/** Bytes that only erased commits cite. What was refused cites too, and so does an own commit that nobody ordered. */
function paperLeft(world: MeetingWorld, of: WorldOf, log: readonly LoggedCommit[]): string | null {
  const cited = new Set(log.flatMap(({ operations }) => papersOf(operations)))
  for (const [address, { disk, destroyed }] of world.hosts) {
    if (destroyed || isShutOut(world, of, address)) continue
    const own = papersOnDisk(disk)
    for (const sha256 of heldOn(disk))
      if (!cited.has(sha256) && !own.has(sha256))
        return `${address} holds the paper ${sha256}, and nothing cites it`
  }
  return null
}

/** The rows with which a room begins and is ordered: the product takes them away as a whole with the room. */
const isOfRoom = (key: string): boolean => /^(hub:|twin:|seed\||own\|lease$)/.test(key)

function* bytesIn(value: unknown): Generator<Uint8Array> {
  if (value instanceof Uint8Array) yield value
  else if (typeof value === 'object' && value !== null)
    for (const each of Object.values(value)) yield* bytesIn(each)
}

/** Every commit that a chain names: signed by the key of its device, and after the one whose header it says. */
function chainsUnverified(world: MeetingWorld, { cryptography }: WorldOf): string | null {
  const disk = world.hosts.get(centre)?.disk
  for (const [key, row] of disk?.list(`${centre}:commit|`) ?? []) {
    const kept = row as Kept
    const { commit } = kept
    const { dev, seq, prev } = headerOf(kept)
    const device = disk?.get(`${centre}:device|${dev}`) as { readonly publicKey: string } | undefined
    const signed = Buffer.concat([Buffer.from(signaturePrefix), commit.header])
    if (
      device === undefined ||
      !cryptography.verify(Buffer.from(device.publicKey, 'base64url'), signed, commit.signature)
    )
      return `the signature of ${key} does not verify`
    if (seq === 1 || kept.ruling?.verdict === 'forked') continue
    const before = disk?.get(`${centre}:commit|${prev}`) as Kept | undefined
    const isNext = before !== undefined && headerOf(before).dev === dev && headerOf(before).seq === seq - 1
    if (!isNext) return `commit ${seq} of ${dev} follows on nothing that is there`
  }
  return null
}

const headerOf = ({ commit }: Kept) =>
  JSON.parse(new TextDecoder().decode(commit.header)) as {
    readonly dev: string
    readonly seq: number
    readonly prev: string | null
    readonly bh: string
  }

/** `docs/file-format.md` §5. */
const signaturePrefix = 'delibere/commit/1\0'
