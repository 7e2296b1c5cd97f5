import { useState } from 'react'

const key = 'delibere.candidatures.hidden'

/** The columns this person does not want to see, kept on this computer. */
export function useHiddenColumns(): [ReadonlySet<string>, (hidden: ReadonlySet<string>) => void] {
  const [hidden, setHidden] = useState(readHidden)
  return [
    hidden,
    (next) => {
      localStorage.setItem(key, JSON.stringify([...next]))
      setHidden(next)
    },
  ]
}

function readHidden(): ReadonlySet<string> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    return new Set(Array.isArray(kept) ? kept.map(String) : [])
  } catch {
    return new Set()
  }
}
