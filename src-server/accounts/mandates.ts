import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { uuid7 } from '#shared/kernel/uuid7.ts'
import type { Mandate, Role } from '#shared/operations/rights/mandate.ts'
import type { SqlReader, SqlWriter } from '../store/sqlDatabase.ts'
import type { AccountContext } from './accountContext.ts'
import { recordControl } from './controlEvents.ts'

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
  actor: string | null,
): Promise<string> {
  const mandate = uuid7(context.clock, context.crypto)
  await writer.run(
    `INSERT INTO mandates (organisation, mandate, user_id, role, member, dossiers, given_at)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    organisation,
    mandate,
    userId,
    role,
    memberId,
    JSON.stringify(dossiers),
    context.clock.nowMs(),
  )
  await recordControl(context, writer, organisation, {
    kind: 'mandate.give@1',
    entity: `mandate/${mandate}`,
    data: { user: userId, role, memberId, dossiers },
    actor,
  })
  return mandate
}

/** The organisation is held. Refuses `entity.missing` and `account.last-administrator` (SV11). */
export async function endMandate(
  context: AccountContext,
  writer: SqlWriter,
  organisation: string,
  mandate: string,
  actor: string,
): Promise<Result<null>> {
  const row = await writer.one<{ readonly role: Role }>(
    'SELECT role FROM mandates WHERE organisation = ? AND mandate = ? AND ended_at IS NULL',
    organisation,
    mandate,
  )
  if (row === null) return refuse('entity.missing')
  if (row.role === 'administrator') {
    const others = await writer.one<{ readonly n: number }>(
      `SELECT count(*) AS n FROM mandates
       WHERE organisation = ? AND role = 'administrator' AND ended_at IS NULL AND mandate <> ?`,
      organisation,
      mandate,
    )
    if ((others?.n ?? 0) === 0) return refuse('account.last-administrator')
  }
  await writer.run(
    'UPDATE mandates SET ended_at = ? WHERE organisation = ? AND mandate = ?',
    context.clock.nowMs(),
    organisation,
    mandate,
  )
  const event = { kind: 'mandate.end@1', entity: `mandate/${mandate}`, data: {}, actor }
  await recordControl(context, writer, organisation, event)
  return ok(null)
}

/** Those of a user, ended ones included, in the order they were given. */
export async function mandatesOf(
  reader: SqlReader,
  organisation: string,
  userId: string,
): Promise<readonly Mandate[]> {
  const rows = await reader.all<MandateRow>(
    `SELECT ${columns} FROM mandates WHERE organisation = ? AND user_id = ? ORDER BY given_at, mandate`,
    organisation,
    userId,
  )
  return rows.map(mandateOf)
}

/** The same, of everybody. */
export async function allMandates(reader: SqlReader, organisation: string): Promise<readonly Mandate[]> {
  const rows = await reader.all<MandateRow>(
    `SELECT ${columns} FROM mandates WHERE organisation = ? ORDER BY given_at, mandate`,
    organisation,
  )
  return rows.map(mandateOf)
}

const columns = 'mandate, user_id, role, member, dossiers, ended_at'

const mandateOf = (row: MandateRow): Mandate => ({
  id: row.mandate,
  user: row.user_id,
  role: row.role,
  memberId: row.member,
  dossiers: JSON.parse(row.dossiers) as readonly string[],
  ended: row.ended_at !== null,
})

interface MandateRow {
  readonly mandate: string
  readonly user_id: string
  readonly role: Role
  readonly member: string | null
  readonly dossiers: string
  readonly ended_at: number | null
}
