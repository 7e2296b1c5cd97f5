import type { InputOf } from '#shared/contract/contract.ts'
import type { Call } from '#shared/domain/call/call.ts'
import { DateField } from '../../ui/DateField.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import style from './CallDetail.module.css'
import { words } from './words.ts'

export interface CallIdentityProps {
  readonly call: Call
  readonly onChange: (set: InputOf<'call.change'>['set']) => void
}

export function CallIdentity({ call, onChange }: CallIdentityProps) {
  return (
    <section className={style.section}>
      <h2>{words.identity}</h2>
      <TextField
        label={words.name}
        value={call.name}
        onCommit={(name) => {
          if (name.trim() !== '') onChange({ name: name.trim() })
        }}
        maxLength={500}
      />
      <TextField
        label={words.scheme}
        description={words.schemeWords}
        value={call.scheme}
        onCommit={(scheme) => onChange({ scheme })}
        maxLength={500}
      />
      <div className={style.row}>
        <NumberField
          label={words.fiscalYear}
          value={call.fiscalYear}
          minimum={1900}
          maximum={2200}
          isRequired
          onCommit={(fiscalYear) => {
            if (fiscalYear !== null) onChange({ fiscalYear })
          }}
        />
        <DateField label={words.opensOn} value={call.opensOn} onCommit={(opensOn) => onChange({ opensOn })} />
        <DateField
          label={words.closesOn}
          value={call.closesOn}
          onCommit={(closesOn) => onChange({ closesOn })}
        />
      </div>
    </section>
  )
}
