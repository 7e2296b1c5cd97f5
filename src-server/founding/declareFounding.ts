import { foundingDigest } from '#shared/operations/audit/foundingDigest.ts'
import { type Founding, foundingOf } from '#shared/operations/audit/foundLines.ts'
import { nothingSeen } from '#shared/operations/audit/lookThrough.ts'
import { centreUser } from '#shared/operations/control/centreUser.ts'
import type { AccountContext } from '../accounts/accountContext.ts'
import { actOnAccounts, mustHold } from '../accounts/controlActs.ts'
import { auditSource } from '../authority/auditSource.ts'
import { openAuthorityRows } from '../store/rows/authorityRows.ts'
import type { SqlWriter } from '../store/sqlDatabase.ts'
import { placeOf } from '../store/tables/logPlaces.ts'

/**
 * The first entry of a log that goes on from a file (SY61): the centre signs the digest of who was there and of what an auditor
 * judges by, and keeps who was there, which entries change afterwards.
 */
export async function declareFounding(
  context: AccountContext,
  writer: SqlWriter,
  organisation: string,
): Promise<void> {
  const place = placeOf(organisation)
  const founding = await foundingOf(auditSource(writer, place), nothingSeen, true)
  const rows = openAuthorityRows(writer, place)
  const { devices, mandates } = founding
  rows.absorb([{ table: 'founding', key: 'log', row: { devices, mandates } }])
  await rows.flush()
  const said = await actOnAccounts(context, writer, organisation, {
    kind: 'device.found@1',
    entity: `device/${centreUser}`,
    data: { digest: digestOf(founding, context) },
    asked: null,
  })
  mustHold(said)
}

function digestOf({ devices, mandates, states }: Founding, { crypto }: AccountContext): string {
  const digest = foundingDigest(crypto)
  for (const line of [...devices, ...mandates, ...states]) digest.take(line)
  return digest.text()
}
