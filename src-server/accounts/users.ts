import type { Mandate } from '#shared/operations/rights/mandate.ts'
import type { SqlReader } from '../store/sqlDatabase.ts'
import { devicesOf, type KnownDevice } from './devices.ts'
import { mandatesOf } from './mandates.ts'

export interface UserAccount {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly mandates: readonly Mandate[]
  readonly devices: readonly KnownDevice[]
}

export async function readUser(
  reader: SqlReader,
  organisation: string,
  userId: string,
): Promise<UserAccount | null> {
  const row = await reader.one<UserRow>(
    'SELECT user_id, name, email FROM users WHERE organisation = ? AND user_id = ?',
    organisation,
    userId,
  )
  return row === null ? null : accountOf(reader, organisation, row)
}

/** Every account, in the order they were made. */
export async function listUsers(reader: SqlReader, organisation: string): Promise<readonly UserAccount[]> {
  const rows = await reader.all<UserRow>(
    'SELECT user_id, name, email FROM users WHERE organisation = ? ORDER BY made_at, user_id',
    organisation,
  )
  const accounts: UserAccount[] = []
  for (const row of rows) accounts.push(await accountOf(reader, organisation, row))
  return accounts
}

interface UserRow {
  readonly user_id: string
  readonly name: string
  readonly email: string
}

const accountOf = async (
  reader: SqlReader,
  organisation: string,
  { user_id, name, email }: UserRow,
): Promise<UserAccount> => ({
  id: user_id,
  name,
  email,
  mandates: await mandatesOf(reader, organisation, user_id),
  devices: await devicesOf(reader, organisation, user_id),
})
