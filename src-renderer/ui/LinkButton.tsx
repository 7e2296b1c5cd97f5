import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import style from './Button.module.css'

export interface LinkButtonProps {
  readonly to: string
  readonly search?: Readonly<Record<string, string>>
  readonly variant?: 'primary' | 'plain' | 'quiet'
  readonly children: ReactNode
}

/** Goes to another screen, drawn as a button beside buttons; a link for the keyboard and the screen reader. */
export function LinkButton({ to, search = {}, variant = 'plain', children }: LinkButtonProps) {
  return (
    <Link to={to} search={search} className={`${style.button} ${style[variant] ?? ''} ${style.link}`}>
      {children}
    </Link>
  )
}
