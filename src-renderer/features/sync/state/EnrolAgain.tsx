import { type FormEvent, useState } from 'react'
import type { SyncState } from '#shared/contract/syncAnswers.ts'
import { RefusalNotice } from '../../../bridge/RefusalNotice.tsx'
import { useAct } from '../../../bridge/useAct.ts'
import { serverWords } from '../../../sharing/serverWords.ts'
import { Button } from '../../../ui/Button.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import style from '../Sync.module.css'
import { words } from './words.ts'

/** Why this laptop writes no more under its key, and the invitation that puts it right. */
export function EnrolAgain({ why }: { why: NonNullable<SyncState['mustEnrol']> }) {
  const [invitation, setInvitation] = useState('')
  const { act, isActing, refusal } = useAct('sync.enrol-again')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (invitation.trim() !== '') void act({ invitation: invitation.trim() })
  }
  return (
    <section className={style.section}>
      <h2>{words.enrolTitle}</h2>
      <Notice tone="unfavourable">
        <p>{words.enrol[why]}</p>
        <p>{words.enrolSafe}</p>
      </Notice>
      <p className={style.hint}>{words.enrolHow}</p>
      <form className={style.form} onSubmit={submit} noValidate>
        <TextField
          label={serverWords.invitation}
          description={serverWords.invitationHint}
          value={invitation}
          onType={setInvitation}
          onCommit={setInvitation}
          maxLength={1_000}
        />
        <RefusalNotice refusal={refusal} />
        <div>
          <Button variant="primary" type="submit" isDisabled={isActing || invitation.trim() === ''}>
            {words.enrolAgain}
          </Button>
        </div>
      </form>
    </section>
  )
}
