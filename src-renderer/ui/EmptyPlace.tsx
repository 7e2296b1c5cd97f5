import type { ReactNode } from 'react'
import style from './EmptyPlace.module.css'

export interface EmptyPlaceProps {
  readonly title: string
  /** What will be here. */
  readonly children: ReactNode
  /** The first thing to do, as a button. */
  readonly action?: ReactNode
}

/** A place where nothing is yet: says what it is for and how to begin. */
export function EmptyPlace({ title, children, action }: EmptyPlaceProps) {
  return (
    <section className={style.place}>
      <h2>{title}</h2>
      <div className={style.words}>{children}</div>
      {action === undefined ? null : <div className={style.action}>{action}</div>}
    </section>
  )
}
