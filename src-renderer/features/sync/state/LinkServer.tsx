import { type FormEvent, useState } from 'react'
import type { ServerLook } from '#shared/contract/syncAnswers.ts'
import { RefusalNotice } from '../../../bridge/RefusalNotice.tsx'
import { useAct } from '../../../bridge/useAct.ts'
import { ServerAddress } from '../../../sharing/ServerAddress.tsx'
import { serverWords } from '../../../sharing/serverWords.ts'
import { useServerLook } from '../../../sharing/useServerLook.ts'
import { Button } from '../../../ui/Button.tsx'
import { Spinner } from '../../../ui/Spinner.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import style from '../Sync.module.css'
import { words } from './words.ts'

/** The secretariat puts its file on a server: who answers, what will leave, the invitation, then it leaves. */
export function LinkServer() {
  const looking = useServerLook()
  return (
    <section className={style.section}>
      <h2>{words.linkTitle}</h2>
      <p className={style.hint}>{words.linkLead}</p>
      <ServerAddress looking={looking} />
      {looking.server === null ? null : <Link server={looking.server} given={looking.invitation} />}
    </section>
  )
}

function Link({ server, given }: { server: ServerLook; given: string }) {
  const [invitation, setInvitation] = useState(given)
  const { act, isActing, refusal } = useAct('sync.link')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (invitation.trim() !== '') void act({ origin: server.origin, invitation: invitation.trim() })
  }
  return (
    <form className={style.form} onSubmit={submit} noValidate>
      <div className={style.tight}>
        <h3>{words.sentTitle}</h3>
        <ul className={style.list}>
          {words.sent.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <p className={style.hint}>{words.notSent}</p>
      </div>
      <TextField
        label={serverWords.invitation}
        description={serverWords.invitationHint}
        value={invitation}
        onType={setInvitation}
        onCommit={setInvitation}
        autoFocus={given === ''}
        maxLength={1_000}
      />
      <RefusalNotice refusal={refusal} />
      {isActing ? <Spinner>{words.linking}</Spinner> : null}
      <div>
        <Button variant="primary" type="submit" isDisabled={isActing || invitation.trim() === ''}>
          {words.link}
        </Button>
      </div>
    </form>
  )
}
