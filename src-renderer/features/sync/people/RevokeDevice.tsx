import { useId, useState } from 'react'
import type { SyncPeople } from '#shared/contract/syncAnswers.ts'
import { RefusalNotice } from '../../../bridge/RefusalNotice.tsx'
import { useAct } from '../../../bridge/useAct.ts'
import { TypedConfirm } from '../../../ui/TypedConfirm.tsx'
import style from '../Sync.module.css'
import peopleStyle from './People.module.css'
import { words } from './words.ts'

const causes = ['retired', 'compromised'] as const

/** A laptop that is given back, or lost: what each means is read before the word is typed. */
export function RevokeDevice({
  device,
  onClose,
}: {
  device: SyncPeople['people'][number]['devices'][number]
  onClose: () => void
}) {
  const [cause, setCause] = useState<(typeof causes)[number]>('retired')
  const { act, isActing, refusal } = useAct('sync.people.revoke-device')
  const name = useId()
  const revoke = async () => {
    const revoked = await act({ deviceId: device.deviceId, cause })
    if (revoked.ok) onClose()
  }
  return (
    <TypedConfirm
      title={words.revokeTitle(device.name)}
      word={words.revokeWord}
      action={words.revokeAction}
      isOpen
      isActing={isActing}
      onClose={onClose}
      onConfirm={() => void revoke()}
    >
      <RefusalNotice refusal={refusal} />
      <fieldset className={peopleStyle.choices}>
        <legend>{words.why}</legend>
        {causes.map((each) => (
          <label key={each} className={peopleStyle.choice}>
            <input type="radio" name={name} checked={cause === each} onChange={() => setCause(each)} />
            <strong>{words[each]}</strong>
          </label>
        ))}
      </fieldset>
      <ul className={style.list} aria-live="polite">
        {words.consequences[cause].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </TypedConfirm>
  )
}
