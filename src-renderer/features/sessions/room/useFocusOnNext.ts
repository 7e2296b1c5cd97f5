import { type RefObject, useEffect, useRef } from 'react'

/** Puts the focus on the next thing to do (`data-next` inside) when what is shown changes, so that Enter does it. */
export function useFocusOnNext(shown: string): RefObject<HTMLElement | null> {
  const place = useRef<HTMLElement | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus moves when what is shown changes, not at each keystroke.
  useEffect(() => {
    const next = place.current?.querySelector<HTMLElement>(
      '[data-next] :is(button, input, textarea):not(:disabled)',
    )
    next?.focus({ preventScroll: true })
  }, [shown])
  return place
}
