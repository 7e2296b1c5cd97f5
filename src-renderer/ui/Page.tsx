import type { ReactNode } from 'react'
import style from './Page.module.css'

export interface PageProps {
  readonly title: ReactNode
  /** A figure or a line beside the title: « 49 », « Σ demandé 892 417 € ». */
  readonly summary?: ReactNode
  /** Buttons at the right of the title, the main one last. */
  readonly actions?: ReactNode
  /** Fields and filters under the title. */
  readonly tools?: ReactNode
  /** Opens at the right, never over the middle. */
  readonly aside?: ReactNode
  /** The middle does not scroll as a whole: it holds something that scrolls by itself (a big grid). */
  readonly isFilled?: boolean
  readonly children: ReactNode
}

/** One screen: its name, what one may do, its content, and a panel at the right when there is one. */
export function Page({ title, summary, actions, tools, aside, isFilled = false, children }: PageProps) {
  return (
    <div className={style.page}>
      <header className={style.header}>
        <div className={style.heading}>
          <h1 className={style.title}>{title}</h1>
          {summary === undefined ? null : <div className={style.summary}>{summary}</div>}
          {actions === undefined ? null : <div className={style.actions}>{actions}</div>}
        </div>
        {tools === undefined ? null : <div className={style.tools}>{tools}</div>}
      </header>
      <div className={style.columns}>
        <div className={isFilled ? style.filled : style.content}>{children}</div>
        {aside === undefined || aside === null ? null : aside}
      </div>
    </div>
  )
}
