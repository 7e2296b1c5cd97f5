import { useCallback, useEffect, useRef, useState } from 'react'

export interface Draft {
  readonly text: string
  readonly change: (text: string) => void
  /** Gives what was typed now: on blur, on Enter. */
  readonly commit: () => void
  /** Takes back what is typed and not yet given. */
  readonly revert: () => void
}

const pauseBeforeCommitMs = 600

/**
 * What a person is typing, above the recorded value (P1). It is given on blur, on Enter, 600 ms after the last keystroke, and
 * when the field leaves the screen, so that nothing typed is lost. `give` answers false to keep the text without recording it
 * (not readable yet). A value that changes from elsewhere (undo, another window) shows unless one is typing.
 */
export function useDraft(value: string, give: (text: string) => boolean | undefined): Draft {
  const [draft, setDraft] = useState<string | null>(null)
  const typed = useRef<string | null>(null)
  const given = useRef<string[]>([])
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const latest = useRef({ value, give })
  latest.current = { value, give }

  const commit = useCallback(() => {
    clearTimeout(timer.current)
    const text = typed.current
    if (text === null) return
    if (latest.current.give(text) === false) return
    typed.current = null
    if (text === latest.current.value) setDraft(null)
    else given.current.push(text)
  }, [])

  useEffect(() => {
    const known = given.current.indexOf(value)
    if (known >= 0) given.current.splice(0, known + 1)
    // The echo of an earlier commit must not replace what was typed since.
    else given.current = []
    if (typed.current === null && given.current.length === 0) setDraft(null)
  }, [value])

  useEffect(() => commit, [commit])

  return {
    text: draft ?? value,
    change: (text) => {
      typed.current = text
      setDraft(text)
      clearTimeout(timer.current)
      timer.current = setTimeout(commit, pauseBeforeCommitMs)
    },
    commit,
    revert: () => {
      clearTimeout(timer.current)
      typed.current = null
      given.current = []
      setDraft(null)
    },
  }
}
