import { useEffect, useRef, useState } from 'react'
import { announce } from '../../ui/announce.ts'
import { words } from './words.ts'

const pauseBeforeTakenMs = 700

interface Typed {
  readonly code: string
  readonly text: string
  readonly complaint: string | null
}

/** Digits typed on a two-digit scale: shown while they wait, taken on Enter or after a pause. */
export function useTypedMark(take: (criterionCode: string, text: string) => void) {
  const [typed, setTyped] = useState<Typed | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const latest = useRef(take)
  latest.current = take
  useEffect(() => () => clearTimeout(timer.current), [])
  const clear = () => {
    clearTimeout(timer.current)
    setTyped(null)
  }
  return {
    clear,
    textOf: (code: string): string => (typed?.code === code && typed.complaint === null ? typed.text : ''),
    /** What to say under the criterion, or null. */
    shownOn: (code: string): string | null =>
      typed?.code !== code ? null : (typed.complaint ?? words.typing(typed.text)),
    type: (code: string, text: string) => {
      clearTimeout(timer.current)
      setTyped({ code, text, complaint: null })
      timer.current = setTimeout(() => latest.current(code, text), pauseBeforeTakenMs)
    },
    refuse: (code: string, complaint: string) => {
      clearTimeout(timer.current)
      setTyped({ code, text: '', complaint })
      announce(complaint)
    },
  }
}
