import { useState } from 'react'

const place = 'delibere.single-keys'

/** Whether single letters and digits act in the grid (WCAG 2.1.4): a habit of this computer, on unless switched off. */
export function useSingleKeys(): readonly [boolean, (isOn: boolean) => void] {
  const [isOn, setOn] = useState(() => localStorage.getItem(place) !== 'off')
  return [
    isOn,
    (next) => {
      localStorage.setItem(place, next ? 'on' : 'off')
      setOn(next)
    },
  ]
}
