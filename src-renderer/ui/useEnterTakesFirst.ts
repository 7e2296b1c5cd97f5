import { type KeyboardEvent, type PointerEvent, useEffect, useRef } from 'react'

/**
 * Enter in a field that finds takes the first line found by what is typed, however quickly it follows the last letter: when
 * the list is not yet the answer to it, as soon as it is. A line chosen by the arrows or under the pointer is left to the list.
 */
export function useEnterTakesFirst(isCurrent: boolean, takeFirst: (() => void) | null) {
  const hasMoved = useRef(false)
  const isAwaited = useRef(false)
  useEffect(() => {
    if (!isCurrent || !isAwaited.current) return
    isAwaited.current = false
    takeFirst?.()
  })
  return {
    onKeyDownCapture: (event: KeyboardEvent) => {
      if (event.nativeEvent.isComposing) return
      if (event.key !== 'Enter') {
        hasMoved.current = movingKeys.has(event.key)
        isAwaited.current = false
        return
      }
      if (hasMoved.current || !(event.target instanceof HTMLInputElement)) return
      event.preventDefault()
      event.stopPropagation()
      if (isCurrent) takeFirst?.()
      else isAwaited.current = true
    },
    onPointerMoveCapture: ({ movementX, movementY }: PointerEvent) => {
      // A list drawn anew under a pointer at rest is told as a move of nothing.
      if (movementX !== 0 || movementY !== 0) hasMoved.current = true
    },
  }
}

const movingKeys: ReadonlySet<string> = new Set(['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp'])
