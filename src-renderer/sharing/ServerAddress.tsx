import { type FormEvent, useState } from 'react'
import { RefusalNotice } from '../bridge/RefusalNotice.tsx'
import { Button } from '../ui/Button.tsx'
import { Spinner } from '../ui/Spinner.tsx'
import { TextField } from '../ui/TextField.tsx'
import style from './ServerAddress.module.css'
import { serverWords as words } from './serverWords.ts'
import type { Looking } from './useServerLook.ts'

/** The address of a server, asked of it before anything else is shown; then who answers there. */
export function ServerAddress({ looking, autoFocus = false }: { looking: Looking; autoFocus?: boolean }) {
  const [origin, setOrigin] = useState('')
  const { server, isLooking, refusal } = looking
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (origin.trim() !== '') looking.look(origin)
  }
  if (server !== null) {
    return (
      <div className={style.answers}>
        <p role="status">
          <span aria-hidden="true" className={style.sign}>
            ✓
          </span>
          {words.answers(server.origin)}
        </p>
        {server.fingerprint === null ? null : (
          <>
            <p className={style.hint}>{words.fingerprint}</p>
            <p className={style.fingerprint}>{server.fingerprint}</p>
          </>
        )}
        <div>
          <Button variant="quiet" onPress={looking.forget}>
            {words.other}
          </Button>
        </div>
      </div>
    )
  }
  return (
    <form className={style.form} onSubmit={submit} noValidate>
      <TextField
        label={words.address}
        description={words.addressHint}
        value={origin}
        onType={setOrigin}
        onCommit={setOrigin}
        autoFocus={autoFocus}
        maxLength={1_000}
      />
      <RefusalNotice refusal={refusal} />
      {isLooking ? <Spinner>{words.looking}</Spinner> : null}
      <div>
        <Button type="submit" isDisabled={isLooking || origin.trim() === ''}>
          {words.look}
        </Button>
      </div>
    </form>
  )
}
