import type { ReactNode } from 'react'
import style from './Notice.module.css'
import { type Tone, toneSigns } from './tone.ts'

export interface NoticeProps {
  readonly tone: Tone
  /** Read aloud as soon as it appears. */
  readonly isAlert?: boolean
  readonly children: ReactNode
}

/** A sentence that matters here and now: what happened, what is safe, what to do. */
export function Notice({ tone, isAlert = false, children }: NoticeProps) {
  return (
    <div className={`${style.notice} ${style[tone]}`} {...(isAlert ? { role: 'alert' } : {})}>
      <span className={style.sign} aria-hidden="true">
        {toneSigns[tone]}
      </span>
      <div className={style.words}>{children}</div>
    </div>
  )
}
