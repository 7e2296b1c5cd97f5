import { type FormEvent, useState } from 'react'
import { ServerAddress } from '../../sharing/ServerAddress.tsx'
import { serverWords } from '../../sharing/serverWords.ts'
import { useServerLook } from '../../sharing/useServerLook.ts'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { joinWords as words } from './joinWords.ts'
import style from './Screen.module.css'
import { words as homeWords } from './words.ts'

/** Who answers at the address, then the invitation. */
export function JoinServerStep({
  onBack,
  onNext,
}: {
  onBack: () => void
  onNext: (joining: { origin: string; invitation: string }) => void
}) {
  const looking = useServerLook()
  const [typed, setInvitation] = useState<string | null>(null)
  const [hasTried, setTried] = useState(false)
  const { server } = looking
  const invitation = typed ?? looking.invitation
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (server !== null && invitation.trim() !== '')
      onNext({ origin: server.origin, invitation: invitation.trim() })
  }
  return (
    <div className={style.form}>
      <header>
        <p className={style.step}>{words.step(1)}</p>
        <h1 className={style.title}>{words.title}</h1>
      </header>
      <p>{words.lead}</p>
      <ServerAddress looking={looking} autoFocus />
      <form className={style.form} onSubmit={submit} noValidate>
        {server === null ? null : (
          <TextField
            label={serverWords.invitation}
            description={serverWords.invitationHint}
            value={invitation}
            error={hasTried && invitation.trim() === '' ? words.invitationMissing : null}
            onType={setInvitation}
            onCommit={setInvitation}
            autoFocus
            maxLength={1_000}
          />
        )}
        <div className={style.actions}>
          <Button variant="quiet" onPress={onBack}>
            {homeWords.back}
          </Button>
          {server === null ? null : (
            <Button variant="primary" type="submit">
              {words.next}
            </Button>
          )}
        </div>
      </form>
    </div>
  )
}
