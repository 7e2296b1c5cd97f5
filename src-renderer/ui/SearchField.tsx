import { Search } from 'lucide-react'
import { type KeyboardEvent, type Ref, useId } from 'react'
import style from './SearchField.module.css'

export interface SearchFieldProps {
  readonly label: string
  readonly value: string
  /** At each keystroke. */
  readonly onChange: (value: string) => void
  readonly placeholder?: string
  readonly onKeyDown?: (event: KeyboardEvent) => void
  readonly ref?: Ref<HTMLInputElement>
}

/** Words to look for. Escape empties it first, and leaves the screen only the second time. */
export function SearchField({ label, value, onChange, placeholder, onKeyDown, ref }: SearchFieldProps) {
  const id = useId()
  return (
    <div className={style.search}>
      <Search aria-hidden="true" className={style.icon} />
      <label htmlFor={id} className="visually-hidden">
        {label}
      </label>
      <input
        id={id}
        ref={ref}
        type="search"
        className={style.input}
        value={value}
        placeholder={placeholder ?? label}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && value !== '') {
            event.preventDefault()
            event.stopPropagation()
            onChange('')
          } else onKeyDown?.(event)
        }}
      />
    </div>
  )
}
