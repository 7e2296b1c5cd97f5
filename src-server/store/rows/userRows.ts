import type { InvitedUser } from '#shared/operations/control/invitedUser.ts'
import { readMany, writeMany } from './manyRows.ts'
import { neverRemoved, type RowTable } from './rowTable.ts'

export const userRows: RowTable<'user'> = {
  async read(reader, { organisation }, users) {
    const rows = await readMany<InvitedUser>(
      reader,
      { table: 'users', keyColumn: 'user_id', columns: 'user_id AS id, name, email' },
      organisation,
      users,
    )
    const found = new Map(rows.map(({ id, name, email }) => [id, { id, name, email }]))
    return users.map((user) => found.get(user) ?? null)
  },
  async write(writer, { organisation }, changes) {
    await writeMany(
      writer,
      {
        table: 'users',
        columns: ['organisation', 'user_id', 'name', 'email'],
        key: ['organisation', 'user_id'],
        changed: ['name', 'email'],
      },
      changes.map((change) => {
        const { id, name, email } = neverRemoved(change)
        return [organisation, id, name, email]
      }),
    )
  },
}
