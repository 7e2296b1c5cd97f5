import type { Restriction } from '#shared/domain/envelope/envelope.ts'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import style from './CallDetail.module.css'
import { words } from './words.ts'

/** Which candidatures: all, those of some themes, those of some départements. */
export function RestrictionFields({
  label,
  restriction,
  mayBeNone = false,
  onChange,
}: {
  label: string
  restriction: Restriction | null
  mayBeNone?: boolean
  onChange: (restriction: Restriction | null) => void
}) {
  const kinds = [
    ...(mayBeNone ? [{ value: 'none' as const, label: words.reservedNone }] : []),
    { value: 'theme' as const, label: words.reservedTheme },
    { value: 'territory' as const, label: words.reservedTerritory },
  ]
  return (
    <div className={style.row}>
      <Select
        label={label}
        value={restriction?.kind ?? 'none'}
        options={kinds}
        onChange={(kind) =>
          onChange(kind === 'none' ? null : { kind, values: restriction?.values ?? ['à préciser'] })
        }
      />
      {restriction === null ? null : (
        <TextField
          label={restriction.kind === 'theme' ? words.themes : words.territories}
          value={restriction.values.join(', ')}
          onCommit={(text) => {
            const values = text
              .split(',')
              .map((value) => value.trim())
              .filter((value) => value !== '')
            if (values.length > 0) onChange({ ...restriction, values })
          }}
        />
      )}
    </div>
  )
}
