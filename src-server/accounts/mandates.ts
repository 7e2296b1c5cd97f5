import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { uuid7 } from '#shared/kernel/uuid7.ts'
import { centreUser } from '#shared/operations/control/centreUser.ts'
import type { Mandate, Role } from '#shared/operations/rights/mandate.ts'
import { type MandateRow, mandateColumns, mandateOf } from '../store/rows/mandateRows.ts'
import type { SqlReader, SqlWriter } from '../store/sqlDatabase.ts'
import type { AccountContext } from './accountContext.ts'
import { actOnAccounts, mustHold } from './controlActs.ts'

export interface NewMandate {
  readonly userId: string
  readonly role: Role
  readonly memberId: string | null
  readonly dossiers: readonly string[]
}

/** The organisation is held and the user exists. Answers the id of the mandate. */
export async function giveMandate(
  context: AccountContext,
  writer: SqlWriter,
  organisation: string,
  { userId, role, memberId, dossiers }: NewMandate,
  asked: string | null,
): Promise<string> {
  const mandate = uuid7(context.clock, context.crypto)
  const data = { user: userId, role, memberId, dossiers }
  const act = { kind: 'mandate.give@1', entity: `mandate/${mandate}`, data, asked } as const
  mustHold(await actOnAccounts(context, writer, organisation, act))
  return mandate
}

/** The organisation is held. Refuses `entity.missing` and `account.last-administrator` (SV11). */
export async function endMandate(
  context: AccountContext,
  writer: SqlWriter,
  organisation: string,
  mandate: string,
  asked: string,
): Promise<Result<null>> {
  const row = await writer.one<{ readonly role: Role }>(
    `SELECT role FROM mandates WHERE organisation = ? AND mandate = ? AND ended = 0 AND user_id <> '${centreUser}'`,
    organisation,
    mandate,
  )
  if (row === null) return refuse('entity.missing')
  if (row.role === 'administrator') {
    const others = await writer.one<{ readonly n: number }>(
      `SELECT count(*) AS n FROM mandates
       WHERE organisation = ? AND role = 'administrator' AND ended = 0 AND mandate <> ?
         AND user_id <> '${centreUser}'`,
      organisation,
      mandate,
    )
    if ((others?.n ?? 0) === 0) return refuse('account.last-administrator')
  }
  const act = { kind: 'mandate.end@1', entity: `mandate/${mandate}`, data: {}, asked } as const
  mustHold(await actOnAccounts(context, writer, organisation, act))
  return ok(null)
}

/** Those of a user, ended ones included, in the order they were given. */
export async function mandatesOf(
  reader: SqlReader,
  organisation: string,
  userId: string,
): Promise<readonly Mandate[]> {
  const rows = await reader.all<MandateRow>(
    `SELECT ${mandateColumns} FROM mandates WHERE organisation = ? AND user_id = ? ORDER BY place`,
    organisation,
    userId,
  )
  return rows.map(mandateOf)
}

/** The same, of everybody. */
export async function allMandates(reader: SqlReader, organisation: string): Promise<readonly Mandate[]> {
  const rows = await reader.all<MandateRow>(
    `SELECT ${mandateColumns} FROM mandates WHERE organisation = ? ORDER BY user_id, place`,
    organisation,
  )
  return rows.map(mandateOf)
}
