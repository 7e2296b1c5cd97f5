import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { base64UrlEncode } from '#shared/operations/commitBase64Url.ts'
import {
  type FirstSyncManifest,
  type SignedFirstSync,
  verifyFirstSync,
} from '#shared/operations/first-sync/firstSyncManifest.ts'
import { nothingRead } from '#shared/operations/first-sync/firstSyncReading.ts'
import type { AccountContext } from '../accounts/accountContext.ts'
import { holdOrganisation } from '../accounts/controlActs.ts'
import { readDevice } from '../accounts/devices.ts'
import type { SqlWriter } from '../store/sqlDatabase.ts'
import { centreLog } from '../store/tables/logPlaces.ts'
import { readFounding, type StoredFounding, writeFounding } from './foundings.ts'

/** What the device that brings a file is told. */
export interface FoundingStanding {
  /** Chunks taken: the next one has this index. */
  readonly chunks: number
  readonly of: number
  readonly founded: boolean
  readonly log: string
}

/**
 * Announces the file that an empty organisation begins with (SV22). Announced again it goes on where it was; another file
 * takes its place as long as nothing is founded. Refuses `first-sync.bad-signature`, `first-sync.malformed`, and
 * `sync.other-committee` once another file was founded.
 */
export async function beginFounding(
  context: AccountContext,
  organisation: string,
  device: string,
  announced: SignedFirstSync,
): Promise<Result<FoundingStanding>> {
  return context.database.transact(async (writer) => {
    await holdOrganisation(writer, organisation)
    const known = await readDevice(writer, organisation, device)
    if (known === null) return refuse('account.device-refused')
    const manifest = verifyFirstSync(announced, known.publicKey, context.crypto)
    if (!manifest.ok) return manifest
    if (!isOfAFile(manifest.value, organisation)) return refuse('first-sync.malformed')
    const found = await readFounding(writer, organisation)
    const before = found && manifestIn(found)
    if (found !== null && before !== null && hasSameContent(before, manifest.value)) {
      const goesOn = found.device === device && isCutAlike(before, manifest.value)
      if (found.foundedAtMs !== null || goesOn) return ok(standingOf(found, before, organisation))
    }
    if (found?.foundedAtMs != null) return refuse('sync.other-committee')
    await forgetBrought(writer, organisation)
    const begun: StoredFounding = {
      device,
      ...announced,
      progress: nothingRead,
      lastRank: 0,
      duplicates: [],
      foundedAtMs: null,
    }
    await writeFounding(writer, organisation, begun)
    return ok(standingOf(begun, manifest.value, organisation))
  })
}

/** The manifest that was verified when it was announced. */
export function manifestIn({ manifest }: StoredFounding): FirstSyncManifest {
  return JSON.parse(Buffer.from(manifest).toString()) as FirstSyncManifest
}

export const standingOf = (
  { progress, foundedAtMs }: StoredFounding,
  { chunks }: FirstSyncManifest,
  organisation: string,
): FoundingStanding => ({
  chunks: progress.chunks,
  of: chunks.length,
  founded: foundedAtMs !== null,
  log: centreLog(organisation),
})

const isOfAFile = ({ log, scope, g, r }: FirstSyncManifest, organisation: string): boolean =>
  log === centreLog(organisation) && scope === fileScope && g === 0 && r === emptyReceipt

/** By whom and when it was signed does not matter. */
const hasSameContent = (one: FirstSyncManifest, other: FirstSyncManifest): boolean =>
  one.org === other.org && one.digest === other.digest

/** Compressed alike: what was taken so far is the beginning of this one. */
const isCutAlike = (one: FirstSyncManifest, other: FirstSyncManifest): boolean =>
  one.chunks.length === other.chunks.length &&
  one.chunks.every(({ sha256 }, index) => sha256 === other.chunks[index]?.sha256)

/** Rows of a file that was begun and not founded: nobody has read them. */
async function forgetBrought(writer: SqlWriter, organisation: string): Promise<void> {
  for (const table of ['aggregates', 'authority_rows', 'citations'])
    await writer.run(`DELETE FROM ${table} WHERE organisation = ?`, organisation)
}

/** The scope of a manifest that tells a whole file. */
export const fileScope = 'file'
const emptyReceipt = base64UrlEncode(new Uint8Array(32))
