import type { AdmittedPeer, FirstSyncSource } from '#shared/operations/exchange/authorityExchange.ts'
import type { FirstSyncManifest } from '#shared/operations/first-sync/firstSyncManifest.ts'
import type { AccountContext } from '../accounts/accountContext.ts'
import { bytesOf } from '../store/tables/bytesOf.ts'
import { placeOf } from '../store/tables/logPlaces.ts'
import { makeFirstCopy } from './makeFirstCopy.ts'
import { sightOf } from './sightOf.ts'
import { forgetCopies, freshCopy, type StoredCopy } from './storedCopies.ts'

/**
 * First copies of one organisation, by reader (SV24). One that was made serves again, on every process, until it expires or
 * its reader's sight may have changed; two at once are made at most, and of one reader one.
 */
export function firstCopies(
  context: AccountContext,
  organisation: string,
  made: (chunks: number, sizeBytes: number, seconds: number) => void,
): FirstSyncSource {
  const { database, clock } = context
  const underWay = new Map<string, Promise<StoredCopy>>()
  const turns: (() => void)[] = []
  let making = 0

  async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (making >= mostAtOnce) await new Promise<void>((go) => turns.push(go))
    making++
    try {
      return await work()
    } finally {
      making--
      turns.shift()?.()
    }
  }

  /** One that holds, as of this place or a later one; or none. */
  async function held(user: string, atLeast = 0): Promise<StoredCopy | null> {
    const copy = await freshCopy(database, organisation, user, clock.nowMs())
    if (copy === null || copy.g < atLeast) return null
    return (await sightOf(database, placeOf(organisation), user, copy.g)) === copy.mandates ? copy : null
  }

  async function make(user: string): Promise<StoredCopy> {
    const begun = performance.now()
    const { copy, chunks, sizeBytes } = await makeFirstCopy(context, organisation, user)
    made(chunks, sizeBytes, (performance.now() - begun) / 1000)
    await database.transact((writer) => forgetCopies(writer, organisation, clock.nowMs()))
    return copy
  }

  return {
    async manifests({ user }: AdmittedPeer, atLeast) {
      // One that another laptop of this person waits for may be of before what this one saw.
      for (let making = underWay.get(user); making !== undefined; making = underWay.get(user)) {
        const awaited = await making.catch(() => null)
        if (awaited !== null && awaited.g >= atLeast) return [signedOf(awaited)]
      }
      const copy = held(user, atLeast).then((found) => found ?? inTurn(() => make(user)))
      underWay.set(user, copy)
      try {
        return [signedOf(await copy)]
      } finally {
        if (underWay.get(user) === copy) underWay.delete(user)
      }
    },
    async chunk({ user }, sha256) {
      const copy = await held(user)
      if (copy === null) return null
      const { chunks } = JSON.parse(Buffer.from(copy.manifest).toString()) as FirstSyncManifest
      const n = chunks.findIndex((chunk) => chunk.sha256 === sha256)
      if (n < 0) return null
      const row = await database.one<{ readonly bytes: Uint8Array }>(
        'SELECT bytes FROM first_copy_chunks WHERE organisation = ? AND copy = ? AND n = ?',
        organisation,
        copy.copy,
        n,
      )
      return row && bytesOf(row.bytes)
    },
  }
}

const signedOf = ({ manifest, signature }: StoredCopy) => ({ manifest, signature })

const mostAtOnce = 2
