import { useEffect, useState } from 'react'
import style from './Spinner.module.css'

const patienceMs = 1_000

/** Says that one waits, after one second only: what is quick must not flash. */
export function Spinner({ children = 'Lecture en cours…' }: { children?: string }) {
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), patienceMs)
    return () => clearTimeout(timer)
  }, [])
  return isLong ? (
    <p className={style.wait} role="status">
      <span className={style.mark} aria-hidden="true" />
      {children}
    </p>
  ) : null
}
