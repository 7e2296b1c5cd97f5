import type { ReactNode } from 'react'
import style from './Tag.module.css'
import { type Tone, toneSigns } from './tone.ts'

export interface TagProps {
  readonly tone: Tone | 'neutral'
  readonly children: ReactNode
}

/** A state in a word or two, with its sign. */
export function Tag({ tone, children }: TagProps) {
  return (
    <span className={`${style.tag} ${style[tone]}`}>
      {tone === 'neutral' || tone === 'info' ? null : <span aria-hidden="true">{toneSigns[tone]}</span>}
      {children}
    </span>
  )
}
