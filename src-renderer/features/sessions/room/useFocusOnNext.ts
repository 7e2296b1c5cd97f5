import { type RefObject, useEffect, useRef } from 'react'
import { isTyping } from '../../../ui/useHotkeys.ts'

/** Puts the focus on the next thing to do (`data-next` inside) when what is shown changes, so that Enter does it. */
export function useFocusOnNext(shown: string): RefObject<HTMLElement | null> {
  const place = useRef<HTMLElement | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus moves when what is shown changes, not at each keystroke.
  useEffect(() => focusOnNext(place.current), [shown])
  return place
}

/** Never takes the keys from somebody who is writing. */
export function focusOnNext(place: Element | null): void {
  if (place === null || isTyping(document.activeElement)) return
  const cell = place.querySelector<HTMLElement>('[data-next] [data-cell][tabindex="0"]')
  const control = place.querySelector<HTMLElement>('[data-next] :is(button, input, textarea):not(:disabled)')
  const next = cell ?? control
  next?.focus({ preventScroll: true })
  next?.scrollIntoView({ block: 'nearest' })
}
