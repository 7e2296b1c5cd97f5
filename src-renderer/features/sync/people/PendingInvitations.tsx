import type { SyncPeople } from '#shared/contract/syncAnswers.ts'
import { RefusalNotice } from '../../../bridge/RefusalNotice.tsx'
import { useAct } from '../../../bridge/useAct.ts'
import { Button } from '../../../ui/Button.tsx'
import { formatInstant } from '../../../ui/formatDate.ts'
import style from '../Sync.module.css'
import { roleWords } from '../words.ts'
import peopleStyle from './People.module.css'
import { words } from './words.ts'

/** Given and not used yet; nothing when there is none. */
export function PendingInvitations({ invitations }: { invitations: SyncPeople['invitations'] }) {
  const { act, isActing, refusal } = useAct('sync.people.cancel-invitation')
  if (invitations.length === 0) return null
  return (
    <section className={style.section}>
      <h2>{words.pending}</h2>
      <RefusalNotice refusal={refusal} />
      <ul>
        {invitations.map(({ invitationId, name, role, expiresAt }) => (
          <li key={invitationId} className={peopleStyle.line}>
            <span className={peopleStyle.lineWords}>
              {name}
              {role === null ? '' : ` · ${roleWords[role].label}`}
            </span>
            <span className={peopleStyle.soft}>{words.expires(formatInstant(expiresAt))}</span>
            <Button
              variant="quiet"
              label={words.cancelLabel(name)}
              isDisabled={isActing}
              onPress={() => void act({ invitationId })}
            >
              {words.cancel}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
