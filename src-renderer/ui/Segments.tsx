import type { ReactNode } from 'react'
import { Label } from 'react-aria-components/Label'
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import style from './Segments.module.css'

export interface SegmentsProps<V extends string> {
  readonly label: string
  readonly options: readonly { readonly value: V; readonly label: ReactNode; readonly isDisabled?: boolean }[]
  readonly value: V | null
  readonly onChange: (value: V) => void
  readonly isDisabled?: boolean
  readonly isLabelHidden?: boolean
}

/** One among a few, all in sight: a group of radio buttons drawn as one strip. */
export function Segments<V extends string>({
  label,
  options,
  value,
  onChange,
  isDisabled = false,
  isLabelHidden = false,
}: SegmentsProps<V>) {
  return (
    <RadioGroup
      className={style.group ?? ''}
      orientation="horizontal"
      value={value}
      onChange={(chosen) => onChange(chosen as V)}
      isDisabled={isDisabled}
    >
      <Label className={isLabelHidden ? 'visually-hidden' : (style.label ?? '')}>{label}</Label>
      <div className={style.strip}>
        {options.map((option) => (
          <Radio
            key={option.value}
            value={option.value}
            isDisabled={option.isDisabled ?? false}
            className={style.segment ?? ''}
          >
            {option.label}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  )
}
