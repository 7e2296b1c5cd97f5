import { type FormEvent, useState } from 'react'
import { RefusalNotice } from '../../bridge/RefusalNotice.tsx'
import { useAct } from '../../bridge/useAct.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { judgePassphrase } from '../../ui/passphraseStrength.ts'
import { TextField } from '../../ui/TextField.tsx'
import style from './File.module.css'
import { words } from './words.ts'

const blank = { current: '', next: '', again: '' }

export function ChangePassphrase() {
  const { act, isActing, refusal } = useAct('file.change-passphrase')
  const [typed, setTyped] = useState(blank)
  const [hasTried, setTried] = useState(false)
  const [isDone, setDone] = useState(false)
  const strength = judgePassphrase(typed.next)
  const isSame = typed.next === typed.again
  const type = (field: keyof typeof blank) => (text: string) => {
    setDone(false)
    setTyped((now) => ({ ...now, [field]: text }))
  }
  const change = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!strength.isAccepted || !isSame) return
    const changed = await act({ current: typed.current, next: typed.next })
    if (!changed.ok) return
    setTyped(blank)
    setTried(false)
    setDone(true)
  }
  return (
    <form className={style.section} onSubmit={(event) => void change(event)} noValidate>
      <h2>{words.passphrase}</h2>
      <p className={style.hint}>{words.passphraseWords}</p>
      <TextField
        label={words.current}
        value={typed.current}
        onType={type('current')}
        onCommit={type('current')}
        isSecret
        autoComplete="current-password"
      />
      <TextField
        label={words.next}
        value={typed.next}
        onType={type('next')}
        onCommit={type('next')}
        isSecret
        autoComplete="new-password"
      />
      {typed.next === '' && !hasTried ? null : <Notice tone={strength.tone}>{strength.sentence}</Notice>}
      <TextField
        label={words.again}
        value={typed.again}
        onType={type('again')}
        onCommit={type('again')}
        error={hasTried && !isSame ? words.different : null}
        isSecret
        autoComplete="new-password"
      />
      <RefusalNotice refusal={refusal} />
      {isDone ? (
        <Notice tone="favourable" isAlert>
          {words.changed}
        </Notice>
      ) : null}
      <div>
        <Button type="submit" isDisabled={isActing}>
          {words.change}
        </Button>
      </div>
    </form>
  )
}
