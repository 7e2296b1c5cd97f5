import { useState } from 'react'

/** Masks that the human lifted, kept while this window is open: one may leave the screen to read a document again. */
export function useLifted(
  sessionId: string,
): readonly [lifted: readonly string[], lift: (ids: readonly string[]) => void] {
  const place = `delibere.lifted.${sessionId}`
  const [lifted, setLifted] = useState(() => idsOf(sessionStorage.getItem(place)))
  const lift = (ids: readonly string[]) => {
    sessionStorage.setItem(place, ids.join('\n'))
    setLifted(ids)
  }
  return [lifted, lift]
}

const idsOf = (kept: string | null): readonly string[] =>
  kept === null || kept === '' ? [] : kept.split('\n')
