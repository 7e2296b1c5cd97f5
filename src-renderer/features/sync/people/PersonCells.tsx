import type { SyncPeople } from '#shared/contract/syncAnswers.ts'
import type { Member } from '#shared/domain/committee/committee.ts'
import { Tag } from '../../../ui/Tag.tsx'
import peopleStyle from './People.module.css'
import { rightName } from './rightName.ts'
import { words } from './words.ts'

type Person = SyncPeople['people'][number]

export function RightNames({
  mandates,
  members,
}: {
  mandates: Person['mandates']
  members: readonly Member[]
}) {
  if (mandates.length === 0) return <span className={peopleStyle.soft}>{words.noRight}</span>
  return (
    <ul className={peopleStyle.devices}>
      {mandates.map((mandate) => (
        <li key={mandate.mandateId}>{rightName(mandate, members)}</li>
      ))}
    </ul>
  )
}

export function DeviceNames({ devices }: { devices: Person['devices'] }) {
  if (devices.length === 0) return <span className={peopleStyle.soft}>{words.noDevice}</span>
  return (
    <ul className={peopleStyle.devices}>
      {devices.map((device) => (
        <li key={device.deviceId} className={peopleStyle.device}>
          <DeviceName device={device} />
        </li>
      ))}
    </ul>
  )
}

/** Its name, whether it is this one, what it may, and how it stands when it is no longer valid. */
export function DeviceName({ device }: { device: Person['devices'][number] }) {
  const isValid = device.standing === 'valid'
  return (
    <>
      <span className={isValid ? undefined : peopleStyle.gone}>{device.name}</span>
      {device.isThis ? <Tag tone="info">{words.thisDevice}</Tag> : null}
      {isValid ? null : (
        <Tag tone={device.standing === 'compromised' ? 'unfavourable' : 'neutral'}>
          {words.standing[device.standing]}
        </Tag>
      )}
      {isValid && device.mayHub ? <span className={peopleStyle.soft}>{words.mayHub}</span> : null}
    </>
  )
}
