import { type FormEvent, type ReactNode, useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { judgePassphrase } from '../../ui/passphraseStrength.ts'
import { Spinner } from '../../ui/Spinner.tsx'
import { TextField } from '../../ui/TextField.tsx'
import style from './Screen.module.css'
import { words } from './words.ts'

export interface PassphraseStepProps {
  /** What this passphrase is for, and what follows it. */
  readonly words: {
    readonly step: string
    readonly title: string
    readonly lead: string
    readonly submit: string
  }
  readonly onBack: () => void
  readonly onNext: (passphrase: string) => void
  readonly isActing: boolean
  readonly children: ReactNode
}

export function PassphraseStep({ words: asked, onBack, onNext, isActing, children }: PassphraseStepProps) {
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const [hasTried, setTried] = useState(false)
  const strength = judgePassphrase(passphrase)
  const isSame = passphrase === again
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (strength.isAccepted && isSame) onNext(passphrase)
  }
  return (
    <form className={style.form} onSubmit={submit} noValidate>
      <header>
        <p className={style.step}>{asked.step}</p>
        <h1 className={style.title}>{asked.title}</h1>
      </header>
      <p>{asked.lead}</p>
      <TextField
        label={words.passphrase}
        value={passphrase}
        onType={setPassphrase}
        onCommit={setPassphrase}
        isSecret
        autoComplete="new-password"
        autoFocus
      />
      {passphrase === '' && !hasTried ? null : <Notice tone={strength.tone}>{strength.sentence}</Notice>}
      <TextField
        label={words.again}
        value={again}
        onType={setAgain}
        onCommit={setAgain}
        isSecret
        autoComplete="new-password"
        error={hasTried && !isSame ? words.different : null}
      />
      {children}
      {isActing ? <Spinner>{words.creating}</Spinner> : null}
      <div className={style.actions}>
        <Button variant="quiet" onPress={onBack}>
          {words.back}
        </Button>
        <Button variant="primary" type="submit" isDisabled={isActing}>
          {asked.submit}
        </Button>
      </div>
    </form>
  )
}
