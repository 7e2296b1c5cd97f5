import { type ReactNode, useId } from 'react'
import style from './Checkbox.module.css'

export interface CheckboxProps {
  readonly isSelected: boolean
  readonly onChange: (isSelected: boolean) => void
  readonly isDisabled?: boolean
  readonly description?: string
  readonly children: ReactNode
}

/** Yes or no; the whole line is the target. */
export function Checkbox({ isSelected, onChange, isDisabled = false, description, children }: CheckboxProps) {
  const id = useId()
  return (
    <div className={style.field}>
      <label className={style.line}>
        <input
          type="checkbox"
          className={style.box}
          checked={isSelected}
          disabled={isDisabled}
          onChange={(event) => onChange(event.target.checked)}
          {...(description === undefined ? {} : { 'aria-describedby': id })}
        />
        <span>{children}</span>
      </label>
      {description === undefined ? null : (
        <span id={id} className={style.description}>
          {description}
        </span>
      )}
    </div>
  )
}
