import { useState } from 'react'
import type { GivenInvitation, SyncPeople } from '#shared/contract/syncAnswers.ts'
import type { Member } from '#shared/domain/committee/committee.ts'
import { RefusalNotice } from '../../../bridge/RefusalNotice.tsx'
import { useAct } from '../../../bridge/useAct.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { formatDate } from '../../../ui/formatDate.ts'
import style from '../Sync.module.css'
import { AddRight } from './AddRight.tsx'
import { GivenText } from './GivenText.tsx'
import peopleStyle from './People.module.css'
import { DeviceName } from './PersonCells.tsx'
import { RevokeDevice } from './RevokeDevice.tsx'
import { rightName } from './rightName.ts'
import { words } from './words.ts'

type Person = SyncPeople['people'][number]

/** One person: rights given and taken away, laptops invited and revoked. */
export function ManageAccess({
  person,
  members,
  onClose,
}: {
  person: Person
  members: readonly Member[]
  onClose: () => void
}) {
  const [revoked, setRevoked] = useState<Person['devices'][number] | null>(null)
  const [given, setGiven] = useState<GivenInvitation | null>(null)
  const end = useAct('sync.people.end-mandate')
  const invite = useAct('sync.people.invite-device')
  const inviteDevice = async () => {
    const invited = await invite.act({ userId: person.userId })
    if (invited.ok) setGiven(invited.value)
  }
  if (given !== null) return <GivenText name={person.name} given={given} onClose={() => setGiven(null)} />
  if (revoked !== null) return <RevokeDevice device={revoked} onClose={() => setRevoked(null)} />
  return (
    <Dialog
      title={words.manageTitle(person.name)}
      isOpen
      onClose={onClose}
      footer={
        <Button variant="primary" onPress={onClose}>
          {words.close}
        </Button>
      }
    >
      <RefusalNotice refusal={end.refusal ?? invite.refusal} />
      <section className={peopleStyle.part}>
        <h3>{words.devices}</h3>
        <ul>
          {person.devices.map((device) => (
            <li key={device.deviceId} className={peopleStyle.line}>
              <span className={`${peopleStyle.device} ${peopleStyle.lineWords}`}>
                <DeviceName device={device} />
                <span className={peopleStyle.soft}>{words.seen(formatDate(device.lastContactAt))}</span>
              </span>
              {device.standing === 'valid' ? (
                <Button
                  variant="danger"
                  label={words.revokeLabel(device.name)}
                  onPress={() => setRevoked(device)}
                >
                  {words.revoke}
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
        <div>
          <Button isDisabled={invite.isActing} onPress={() => void inviteDevice()}>
            {words.addDevice}
          </Button>
        </div>
      </section>
      <section className={peopleStyle.part}>
        <h3>{words.rights}</h3>
        <ul>
          {person.mandates.map((mandate) => {
            const name = rightName(mandate, members)
            return (
              <li key={mandate.mandateId} className={peopleStyle.line}>
                <span className={peopleStyle.lineWords}>{name}</span>
                <Button
                  variant="quiet"
                  label={words.endRightLabel(name)}
                  isDisabled={end.isActing}
                  onPress={() => void end.act({ mandateId: mandate.mandateId })}
                >
                  {words.endRight}
                </Button>
              </li>
            )
          })}
        </ul>
        <p className={style.hint}>{words.endRightWords}</p>
        <AddRight userId={person.userId} members={members} />
      </section>
    </Dialog>
  )
}
