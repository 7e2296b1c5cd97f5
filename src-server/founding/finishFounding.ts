import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { reuniteAdopted } from '#shared/operations/authority/adoptStates.ts'
import { foundAuthority } from '#shared/operations/authority/foundAuthority.ts'
import { missing, type RowKey } from '#shared/operations/authority/rows.ts'
import { base64UrlEncode } from '#shared/operations/commitBase64Url.ts'
import { centreUser } from '#shared/operations/control/centreUser.ts'
import type { EnrolledDevice } from '#shared/operations/control/enrolledDevice.ts'
import type { InvitedUser } from '#shared/operations/control/invitedUser.ts'
import type { Mandate } from '#shared/operations/rights/mandate.ts'
import type { AccountContext } from '../accounts/accountContext.ts'
import { holdOrganisation } from '../accounts/controlActs.ts'
import { readRestores } from '../authority/authorityRow.ts'
import { untilLoaded } from '../authority/runSteps.ts'
import { type AuthorityRows, openAuthorityRows } from '../store/rows/authorityRows.ts'
import { keysOf } from '../store/rows/scanRows.ts'
import { placeOf } from '../store/tables/logPlaces.ts'
import { type FoundingStanding, manifestIn, standingOf } from './beginFounding.ts'
import { declareFounding } from './declareFounding.ts'
import { readFounding, writeFounding } from './foundings.ts'

/**
 * Founds the log on the file that was brought, once (SY32, SV22): the accounts as they stand, the centre's own device, an
 * a log whose first entry declares all that (SY61). Again, it changes nothing. Refuses `first-sync.incomplete` while a chunk is missing.
 */
export async function finishFounding(
  context: AccountContext,
  organisation: string,
  device: string,
): Promise<Result<FoundingStanding>> {
  return context.database.transact(async (writer) => {
    await holdOrganisation(writer, organisation)
    const found = await readFounding(writer, organisation)
    if (found === null) return refuse('first-sync.incomplete')
    const manifest = manifestIn(found)
    if (found.foundedAtMs !== null) return ok(standingOf(found, manifest, organisation))
    const { progress } = found
    const isWhole =
      found.device === device &&
      progress.chunks === manifest.chunks.length &&
      progress.rows === manifest.rows &&
      base64UrlEncode(progress.digest) === manifest.digest
    if (!isWhole) return refuse('first-sync.incomplete')

    const place = placeOf(organisation)
    const rows = openAuthorityRows(writer, place)
    rows.absorb((await untilLoaded(rows, (view) => reuniteAdopted(view, found.duplicates))).changes)
    const load = async <T extends 'user' | 'device' | 'mandates'>(table: T) => {
      const keys = await keysOf(writer, place, table)
      await rows.load(keys)
      return rowsAt(rows, keys)
    }
    const users = (await load('user')) as readonly InvitedUser[]
    const devices = (await load('device')) as readonly EnrolledDevice[]
    const mandates = (await load('mandates')) as readonly { readonly list: readonly Mandate[] }[]
    const centre = centreOf(base64UrlEncode(context.authority.publicKey))
    const [log, ...people] = foundAuthority({
      log: place.log,
      users: [...users, centre.user],
      devices: [...devices, centre.device],
      mandates: [...mandates.flatMap(({ list }) => list), ...centre.mandates],
      rows: [],
    })
    const epoch = await readRestores(writer)
    const head = { log: place.log, epoch, g: 0, r: new Uint8Array(32) }
    if (log?.table !== 'log') throw new Error('an authority is founded with its log')
    rows.absorb([{ ...log, row: head }, ...people])
    await rows.flush()
    await writer.run(
      'UPDATE organisations SET committee = ? WHERE organisation = ?',
      manifest.org,
      organisation,
    )
    await declareFounding(context, writer, organisation)
    const founded = { ...found, foundedAtMs: context.clock.nowMs() }
    await writeFounding(writer, organisation, founded)
    return ok(standingOf(founded, manifest, organisation))
  })
}

/** The centre signs acts on accounts and what it is asked of leases and erasures. */
const centreOf = (publicKey: string) => ({
  user: { id: centreUser, name: 'Serveur central', email: '' },
  device: {
    id: centreUser,
    user: centreUser,
    publicKey,
    mayHub: false,
    standing: 'valid',
    lastSeq: null,
  } as const,
  mandates: [
    { id: centreUser, user: centreUser, role: 'administrator', memberId: null, dossiers: [], ended: false },
  ] as const,
})

const rowsAt = (rows: AuthorityRows, keys: readonly RowKey[]): readonly unknown[] =>
  keys.flatMap(({ table, key }) => {
    const row = rows.view.row(table, key)
    return row === null || row === missing ? [] : [row]
  })
