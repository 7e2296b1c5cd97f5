import { useId } from 'react'
import style from './Progress.module.css'

export interface ProgressProps {
  readonly label: string
  readonly done: number
  readonly total: number
  /** The figures in words: « 340 sur 10 000 ». */
  readonly words: string
}

/** How far a long work is. */
export function Progress({ label, done, total, words }: ProgressProps) {
  const id = useId()
  return (
    <div className={style.progress}>
      <div className={style.words}>
        <label htmlFor={id}>{label}</label>
        <span>{words}</span>
      </div>
      <progress id={id} className={style.bar} max={Math.max(total, 1)} value={Math.min(done, total)} />
    </div>
  )
}
