import type { EnrolledDevice } from '../control/enrolledDevice.ts'
import type { InvitedUser } from '../control/invitedUser.ts'
import type { Mandate } from '../rights/mandate.ts'
import type { RowChange } from './rows.ts'

/** Who is there before the first entry: the first administrator, the secretariat that brings its file. */
export interface Founding {
  /** Name of the log: for ever, of one centre. */
  readonly log: string
  readonly users: readonly InvitedUser[]
  readonly devices: readonly EnrolledDevice[]
  readonly mandates: readonly Mandate[]
  /** Rows of a snapshot from which the log goes on (a file that existed before); empty for a new committee. */
  readonly rows: readonly RowChange[]
}

/** The first rows of a centre: an empty log, and who may write to it [SY32]. */
export function foundAuthority({ log, users, devices, mandates, rows }: Founding): readonly RowChange[] {
  const holders = [...new Set(mandates.map(({ user }) => user))]
  return [
    { table: 'log', key: 'log', row: { log, epoch: 0, g: 0, r: new Uint8Array(32) } },
    ...users.map((user): RowChange => ({ table: 'user', key: user.id, row: user })),
    ...devices.map((device): RowChange => ({ table: 'device', key: device.id, row: device })),
    ...mandates.map(({ id, user }): RowChange => ({ table: 'mandateOf', key: id, row: { user } })),
    ...holders.map((user): RowChange => {
      const list = mandates.filter((mandate) => mandate.user === user)
      return { table: 'mandates', key: user, row: { list } }
    }),
    ...rows,
  ]
}
