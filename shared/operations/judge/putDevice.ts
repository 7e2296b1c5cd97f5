import type { Draft } from '../authority/draft.ts'
import type { EnrolledDevice } from '../control/enrolledDevice.ts'

/** Keeps what held under each open lease before it changes: the centre decides again on the rights of the lease [SY20]. */
export function putDevice(rows: Draft, device: EnrolledDevice): void {
  for (const lease of rows.row('index', 'leases')?.ids ?? [])
    if (rows.row('heldDevice', `${lease}/${device.id}`) === null)
      rows.put('heldDevice', `${lease}/${device.id}`, { device: rows.row('device', device.id) })
  rows.put('device', device.id, device)
}
