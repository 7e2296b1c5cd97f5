import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import style from './Button.module.css'

export interface ButtonProps {
  readonly variant?: 'primary' | 'plain' | 'quiet' | 'danger'
  readonly onPress?: () => void
  readonly isDisabled?: boolean
  readonly autoFocus?: boolean
  readonly type?: 'button' | 'submit'
  /** For a button that opens or closes something. */
  readonly isExpanded?: boolean
  /** For a button that stays down. */
  readonly isPressed?: boolean
  /** Only when the visible words are not enough out of their place (« Retirer » → « Retirer le critère Pertinence »). */
  readonly label?: string
  /** Key that does the same, e.g. `Control+Enter`. */
  readonly shortcut?: string
  readonly children: ReactNode
}

/** A verb one presses. One `primary` at most on a screen: the next thing to do. */
export function Button({
  variant = 'plain',
  type = 'button',
  isExpanded,
  isPressed,
  label,
  shortcut,
  children,
  ...rest
}: ButtonProps) {
  return (
    <AriaButton
      {...rest}
      type={type}
      className={`${style.button} ${style[variant] ?? ''}`}
      {...(label === undefined ? {} : { 'aria-label': label })}
      {...(isExpanded === undefined ? {} : { 'aria-expanded': isExpanded })}
      {...(isPressed === undefined ? {} : { 'aria-pressed': isPressed })}
      {...(shortcut === undefined ? {} : { 'aria-keyshortcuts': shortcut })}
    >
      {children}
    </AriaButton>
  )
}
