import type { Mandate, Role } from '#shared/operations/rights/mandate.ts'
import { readMany, writeMany } from './manyRows.ts'
import { neverRemoved, type RowTable } from './rowTable.ts'

/** The mandates of each user, ended ones included, in the order they were given. */
export const mandateRows: RowTable<'mandates'> = {
  async read(reader, { organisation }, users) {
    const rows = await readMany<MandateRow>(
      reader,
      { table: 'mandates', keyColumn: 'user_id', columns: `place, ${mandateColumns}` },
      organisation,
      users,
    )
    const byUser = Map.groupBy(
      [...rows].sort((one, other) => one.place - other.place),
      ({ user_id }) => user_id,
    )
    return users.map((user) => {
      const list = byUser.get(user)?.map(mandateOf)
      return list === undefined ? null : { list }
    })
  },
  async write(writer, { organisation }, changes) {
    await writeMany(
      writer,
      {
        table: 'mandates',
        columns: ['organisation', 'mandate', 'user_id', 'place', 'role', 'member', 'dossiers', 'ended'],
        key: ['organisation', 'mandate'],
        changed: ['ended'],
      },
      changes.flatMap((change) =>
        neverRemoved(change).list.map(({ id, user, role, memberId, dossiers, ended }, place) => [
          organisation,
          id,
          user,
          place,
          role,
          memberId,
          JSON.stringify(dossiers),
          ended ? 1 : 0,
        ]),
      ),
    )
  },
}

/** Whose a mandate is: read from the mandates themselves, which are always written with it. */
export const mandateOwnerRows: RowTable<'mandateOf'> = {
  async read(reader, { organisation }, mandates) {
    const rows = await readMany<MandateRow>(
      reader,
      { table: 'mandates', keyColumn: 'mandate', columns: mandateColumns },
      organisation,
      mandates,
    )
    const found = new Map(rows.map((row) => [row.mandate, { user: row.user_id }]))
    return mandates.map((mandate) => found.get(mandate) ?? null)
  },
  async write() {},
}

export const mandateColumns = 'mandate, user_id, role, member, dossiers, ended'

export interface MandateRow {
  readonly mandate: string
  readonly user_id: string
  readonly place: number
  readonly role: Role
  readonly member: string | null
  readonly dossiers: string
  readonly ended: number
}

export const mandateOf = (row: Omit<MandateRow, 'place'>): Mandate => ({
  id: row.mandate,
  user: row.user_id,
  role: row.role,
  memberId: row.member,
  dossiers: JSON.parse(row.dossiers) as readonly string[],
  ended: row.ended === 1,
})
