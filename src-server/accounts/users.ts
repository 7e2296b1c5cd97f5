import { centreUser } from '#shared/operations/control/centreUser.ts'
import type { Mandate } from '#shared/operations/rights/mandate.ts'
import type { SqlReader } from '../store/sqlDatabase.ts'
import { allDevices, devicesOf, type KnownDevice } from './devices.ts'
import { allMandates, mandatesOf } from './mandates.ts'

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
  if (row === null) return null
  const mandates = await mandatesOf(reader, organisation, userId)
  return { ...accountOf(row), mandates, devices: await devicesOf(reader, organisation, userId) }
}

/** Every account, in the order they were made: three questions to the database, however many there are. */
export async function listUsers(reader: SqlReader, organisation: string): Promise<readonly UserAccount[]> {
  const rows = await reader.all<UserRow>(
    // Identifiers of users begin with the moment they were made.
    'SELECT user_id, name, email FROM users WHERE organisation = ? AND user_id <> ? ORDER BY user_id',
    organisation,
    centreUser,
  )
  const mandates = Map.groupBy(await allMandates(reader, organisation), ({ user }) => user)
  const devices = Map.groupBy(await allDevices(reader, organisation), ({ userId }) => userId)
  return rows.map((row) => ({
    ...accountOf(row),
    mandates: mandates.get(row.user_id) ?? [],
    devices: devices.get(row.user_id) ?? [],
  }))
}

interface UserRow {
  readonly user_id: string
  readonly name: string
  readonly email: string
}

const accountOf = ({ user_id, name, email }: UserRow) => ({ id: user_id, name, email })
