import { hash } from 'node:crypto'
import type { DiskReader } from '../kernel/disk.ts'
import { centre, personAt } from '../meeting/cast.ts'
import type { Witness } from '../meeting/witness.ts'
import { copyName } from '../nodes/copy.ts'
import { rowsOn } from '../nodes/rowStore.ts'
import { centreLog, type WorldOf } from '../nodes/worldOf.ts'
import type { LoggedCommit } from '../oracles/loggedCommit.ts'
import { mayHold } from '../oracles/mayHold.ts'
import { newKinds } from '../programs/newKinds.ts'
import type { Copied } from './copies.ts'
import type { MeetingWorld } from './invariants.ts'
import { sightAfter } from './scopes.ts'
import { isShutOut } from './shutOut.ts'
import { leaseIsOpen } from './verdicts.ts'

/**
 * [I18] [SY26] Laptops of an older program and of a newer one agree (I8), but for the aggregates that somebody wrote on in a way
 * that the older one does not know: these it may only read, writes nothing on, and keeps whole every commit of them. No laptop
 * keeps another body than the one that was signed. One that was brought up to date reads everything again.
 */
export function versionsBroken(
  world: MeetingWorld,
  of: WorldOf,
  { sealedOnPart, older }: Witness,
  log: readonly LoggedCommit[],
): string | null {
  if (sealedOnPart[0] !== undefined) return `${sealedOnPart[0]}, which it reads in part`
  const sight = sightAfter(of, log)
  for (const [address, host] of world.hosts) {
    const user = personAt(of.cast, address)?.address
    if (address === centre || host.destroyed || user === undefined || isShutOut(world, of, address)) continue
    const copy = rowsOn(host.disk, copyName)
    const rewritten = [...copy.scan('commit')].find(([cid, { commit }]) => !isAsSigned(cid, commit))
    if (rewritten !== undefined) return `${address} holds ${rewritten[0]} otherwise than it was signed`
    for (const [entity, { why }] of copy.scan('readOnly')) {
      if (why !== 'unknown-kind') continue
      if (!older.has(address)) return `${address} knows every kind, and only reads ${entity}`
      const unread = log.filter(
        ({ verdict, scope, operations }) =>
          verdict === 'ok' &&
          mayHold(user, scope, sight) &&
          operations?.some((operation) => operation.entity === entity && newKinds.includes(operation.kind)),
      )
      if (unread.length === 0 && !isErasedOn(world, entity) && !isOwedAnew(world, host.disk))
        return `${address} only reads ${entity}, which it knows all of`
      world.coverage.hit('an older program only reads')
      const dropped = unread.find((commit) => !isKept(copy, commit, entity))
      if (dropped !== undefined)
        return `${address} dropped entry ${dropped.g}, of a kind that it does not know`
    }
  }
  return null
}

/**
 * What a room or a centre before its restore told, and the log has not (yet): who is still in a room takes his copy anew when he
 * leaves it (I8), and only reads until then.
 */
const isOwedAnew = (world: MeetingWorld, disk: DiskReader): boolean =>
  disk.get('own|room') !== undefined &&
  (rowsOn(disk, copyName).row('anew', centreLog) !== null || leaseIsOpen(world))

/** What was erased cannot be read again by who knows of it now. */
const isErasedOn = (world: MeetingWorld, entity: string): boolean =>
  (world.hosts.get(centre)?.disk.list(`${centre}:erasure|`) ?? []).some(([, row]) =>
    (row as { readonly entities: readonly string[] }).entities.includes(entity),
  )

/** Its body is there, or the state that it left was given since. */
const isKept = (copy: Copied, { cid, g }: LoggedCommit, entity: string): boolean =>
  (copy.row('commit', cid)?.commit.body.length ?? 0) > 0 ||
  (copy.row('asOf', entity)?.places[centreLog] ?? 0) >= g

function isAsSigned(
  cid: string,
  { header, body }: { readonly header: Uint8Array; readonly body: Uint8Array },
): boolean {
  if (hash('sha256', header, 'base64url') !== cid) return false
  const { bh } = JSON.parse(new TextDecoder().decode(header)) as { readonly bh: string }
  return body.length === 0 || hash('sha256', body, 'base64url') === bh
}
