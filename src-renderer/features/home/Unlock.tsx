import { type FormEvent, useState } from 'react'
import type { AppState } from '#shared/contract/answers.ts'
import type { InputOf } from '#shared/contract/contract.ts'
import { RefusalNotice } from '../../bridge/RefusalNotice.tsx'
import { useAct } from '../../bridge/useAct.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { Spinner } from '../../ui/Spinner.tsx'
import { TextField } from '../../ui/TextField.tsx'
import style from './Screen.module.css'
import { words } from './words.ts'

export interface UnlockProps {
  readonly app: AppState
  readonly path: string
  readonly onBack: () => void
}

type Secret = InputOf<'file.open'>['secret']

/** Opens one file by its passphrase, its recovery code, or the key store of the computer. */
export function Unlock({ app, path, onBack }: UnlockProps) {
  const [kind, setKind] = useState<'passphrase' | 'recovery-code'>('passphrase')
  const [typed, setTyped] = useState('')
  const [remember, setRemember] = useState(false)
  const { act, isActing, refusal } = useAct('file.open')
  const recent = app.recentFiles.find((file) => file.path === path)
  const open = (secret: Secret) => void act({ path, secret, remember })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (typed !== '') open({ kind, text: typed })
  }
  return (
    <form className={style.form} onSubmit={submit}>
      <h1 className={style.title}>{words.unlockTitle(recent?.name ?? fileName(path))}</h1>
      {recent?.quickUnlock ? (
        <div>
          <Button variant="primary" isDisabled={isActing} onPress={() => open({ kind: 'quick-unlock' })}>
            {words.quickUnlock}
          </Button>
        </div>
      ) : null}
      <Segments
        label={words.secretKind}
        value={kind}
        onChange={setKind}
        options={[
          { value: 'passphrase', label: words.passphrase },
          { value: 'recovery-code', label: words.recoveryCode },
        ]}
      />
      <TextField
        key={kind}
        label={kind === 'passphrase' ? words.passphrase : words.recoveryCode}
        {...(kind === 'passphrase' ? {} : { description: words.recoveryWords })}
        value={typed}
        onType={setTyped}
        onCommit={setTyped}
        isSecret={kind === 'passphrase'}
        autoFocus
      />
      {app.keyStoreAvailable ? (
        <Checkbox isSelected={remember} onChange={setRemember} description={words.rememberWords}>
          {words.remember}
        </Checkbox>
      ) : null}
      <RefusalNotice refusal={refusal} />
      {isActing ? <Spinner>{words.unlocking}</Spinner> : null}
      <div className={style.actions}>
        <Button variant="quiet" onPress={onBack}>
          {words.back}
        </Button>
        <Button variant={recent?.quickUnlock ? 'plain' : 'primary'} type="submit" isDisabled={isActing}>
          {words.unlock}
        </Button>
      </div>
    </form>
  )
}

const fileName = (path: string): string => (path.split(/[\\/]/).at(-1) ?? path).replace(/\.delibere$/, '')
