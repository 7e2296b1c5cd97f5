import { type FormEvent, useId, useState } from 'react'
import type { InputOf } from '#shared/contract/contract.ts'
import { decides, instanceTypes } from '#shared/domain/committee/committee.ts'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/TextField.tsx'
import style from './Screen.module.css'
import { instanceTypeLabels, words } from './words.ts'

type NewCommittee = InputOf<'file.create'>['committee']

export interface CommitteeStepProps {
  readonly committee: NewCommittee
  readonly onChange: (committee: NewCommittee) => void
  readonly onBack: () => void
  readonly onNext: () => void
}

export function CommitteeStep({ committee, onChange, onBack, onNext }: CommitteeStepProps) {
  const [hasTried, setTried] = useState(false)
  const name = useId()
  const isNamed = committee.name.trim() !== ''
  const set = (change: Partial<NewCommittee>) => onChange({ ...committee, ...change })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTried(true)
    if (isNamed) onNext()
    // The name is the first field; on a small window it has scrolled out of sight of the button.
    else event.currentTarget.querySelector('input')?.focus()
  }
  return (
    <form className={style.form} onSubmit={submit} noValidate>
      <header>
        <p className={style.step}>{words.committeeStep}</p>
        <h1 className={style.title}>{words.committeeTitle}</h1>
      </header>
      <TextField
        label={words.committeeName}
        description={words.committeeNameWords}
        value={committee.name}
        onType={(text) => set({ name: text })}
        onCommit={(text) => set({ name: text })}
        error={hasTried && !isNamed ? words.nameMissing : null}
        maxLength={500}
        autoFocus
      />
      <fieldset className={style.options}>
        <legend className={style.legend}>{words.instanceType}</legend>
        {instanceTypes.map((type) => (
          <label key={type} className={style.option}>
            <input
              type="radio"
              name={name}
              checked={committee.instanceType === type}
              onChange={() => set({ instanceType: type })}
            />
            <span>
              <strong>{instanceTypeLabels[type].label}</strong>
              <span className={style.optionWords}>{instanceTypeLabels[type].words}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {decides(committee.instanceType) ? null : (
        <TextField
          label={words.authority}
          description={words.authorityWords}
          value={committee.decidingAuthority}
          onType={(text) => set({ decidingAuthority: text })}
          onCommit={(text) => set({ decidingAuthority: text })}
          maxLength={500}
        />
      )}
      <TextField
        label={words.place}
        description={words.placeWords}
        value={committee.place}
        onType={(text) => set({ place: text })}
        onCommit={(text) => set({ place: text })}
        maxLength={500}
      />
      <div className={style.actions}>
        <Button variant="quiet" onPress={onBack}>
          {words.back}
        </Button>
        <Button variant="primary" type="submit">
          {words.next}
        </Button>
      </div>
    </form>
  )
}
