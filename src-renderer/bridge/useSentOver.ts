import { useEffect, useRef } from 'react'
import { stillOnTheWay } from './stillOnTheWay.ts'

/**
 * A group of fields that is sent whole. Each change builds on what was last sent, even when what is read meanwhile is older:
 * three fields filled one after the other never put each other back.
 */
export function useSentOver<T extends object>(read: T) {
  const sent = useRef<Partial<T>>({})
  const latest = useRef(read)
  latest.current = read
  useEffect(() => {
    sent.current = stillOnTheWay(sent.current, read)
  }, [read])
  return {
    /** The whole group with these changes, to be sent. */
    changed: (set: Partial<T>): T => {
      sent.current = { ...sent.current, ...set }
      return { ...latest.current, ...sent.current }
    },
    /** What was sent was refused: what is read holds again. */
    forget: () => {
      sent.current = {}
    },
  }
}
