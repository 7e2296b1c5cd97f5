import type { ChannelAuthority } from '#main/adapters/network/networkPorts.ts'
import { centreUser } from '#shared/operations/control/centreUser.ts'
import { knownSchema } from '#shared/operations/judge/judge.ts'
import type { AccountContext } from '../accounts/accountContext.ts'
import { bytesOf } from '../store/tables/bytesOf.ts'
import { placeOf } from '../store/tables/logPlaces.ts'

/** One organisation as its channels need it: asked of the database at each opening. */
export function centreAuthority(
  { database, authority }: AccountContext,
  organisation: string,
): ChannelAuthority {
  const { log } = placeOf(organisation)
  const head = async () =>
    (await database.one<{ readonly epoch: number; readonly g: number }>(
      'SELECT epoch, g FROM log_heads WHERE organisation = ? AND log = ?',
      organisation,
      log,
    )) ?? { epoch: 0, g: 0 }
  return {
    id: centreUser,
    log,
    schemas: [1, knownSchema],
    restores: async () => (await head()).epoch,
    head: async () => (await head()).g,
    device: async (id) => {
      const row = await database.one<DeviceRow>(
        `SELECT d.public_key, d.standing, h.seq FROM devices d
         LEFT JOIN device_heads h ON h.organisation = d.organisation AND h.device = d.device
         WHERE d.organisation = ? AND d.device = ? AND d.device <> '${centreUser}'`,
        organisation,
        id,
      )
      return (
        row && {
          publicKey: bytesOf(row.public_key),
          // A forked one still learns what became of what it wrote.
          revoked: row.standing === 'retired' || row.standing === 'compromised',
          knownSeq: row.seq ?? 0,
        }
      )
    },
    sign: (text) => authority.sign(text),
  }
}

interface DeviceRow {
  readonly public_key: Uint8Array
  readonly standing: string
  readonly seq: number | null
}
