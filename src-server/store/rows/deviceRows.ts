import { base64UrlDecode, base64UrlEncode } from '#shared/operations/commitBase64Url.ts'
import type { EnrolledDevice } from '#shared/operations/control/enrolledDevice.ts'
import { deviceTakenOut } from '../heardMessage.ts'
import { bytesOf } from '../tables/bytesOf.ts'
import { readMany, writeMany } from './manyRows.ts'
import { neverRemoved, type RowTable } from './rowTable.ts'

/** Devices as the log says them; every process hears of one that is taken out, once that is durable (SV10). */
export const deviceRows: RowTable<'device'> = {
  async read(reader, { organisation }, devices) {
    const rows = await readMany<DeviceRow>(
      reader,
      { table: 'devices', keyColumn: 'device', columns },
      organisation,
      devices,
    )
    const found = new Map(rows.map((row) => [row.device, enrolledOf(row)]))
    return devices.map((device) => found.get(device) ?? null)
  },
  async write(writer, { organisation }, changes) {
    const rows = changes.map(neverRemoved)
    await writeMany(
      writer,
      {
        table: 'devices',
        columns: ['organisation', 'device', 'user_id', 'public_key', 'may_hub', 'standing', 'last_seq'],
        key: ['organisation', 'device'],
        changed: ['standing', 'last_seq'],
      },
      rows.map(({ id, user, publicKey, mayHub, standing, lastSeq }) => [
        organisation,
        id,
        user,
        base64UrlDecode(publicKey) ?? new Uint8Array(),
        mayHub ? 1 : 0,
        standing,
        lastSeq,
      ]),
    )
    for (const { id, standing } of rows)
      if (standing === 'retired' || standing === 'compromised')
        await writer.publish(deviceTakenOut(organisation, id))
  },
}

const columns = 'device, user_id, public_key, may_hub, standing, last_seq'

interface DeviceRow {
  readonly device: string
  readonly user_id: string
  readonly public_key: Uint8Array
  readonly may_hub: number
  readonly standing: EnrolledDevice['standing']
  readonly last_seq: number | null
}

const enrolledOf = (row: DeviceRow): EnrolledDevice => ({
  id: row.device,
  user: row.user_id,
  publicKey: base64UrlEncode(bytesOf(row.public_key)),
  mayHub: row.may_hub === 1,
  standing: row.standing,
  lastSeq: row.last_seq,
})
