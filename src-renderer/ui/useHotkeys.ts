import { useEffect, useRef } from 'react'
import { tinykeys } from 'tinykeys'

/** Keys and what they do, in the words of tinykeys: `$mod+k`, `Shift+ArrowDown`, `F1`. */
export type Hotkeys = Readonly<Record<string, (event: KeyboardEvent) => void>>

export interface HotkeyOptions {
  /** Also while one types in a field. Never for single letters (WCAG 2.1.4). */
  readonly inFields?: boolean
  readonly isEnabled?: boolean
  /** Only for keys that the screen on show did not take: Escape closes its panel before it leaves the screen. */
  readonly isFallback?: boolean
  /** Before the control that has the focus: Ctrl+Enter on a button must not press it. */
  readonly isFirst?: boolean
}

/** Listens to keys of the whole window while the component is shown. A key that was carried out goes no further. */
export function useHotkeys(
  keys: Hotkeys,
  { inFields = false, isEnabled = true, isFallback = false, isFirst = false }: HotkeyOptions = {},
): void {
  const latest = useRef(keys)
  latest.current = keys
  const names = Object.keys(keys).join(' ')
  useEffect(() => {
    if (!isEnabled || names === '') return
    const bindings = Object.fromEntries(
      names.split(' ').map((name) => [
        name,
        (event: KeyboardEvent) => {
          if (event.defaultPrevented) return
          if (!inFields && isTyping(event.target)) return
          event.preventDefault()
          if (isFirst) event.stopPropagation()
          latest.current[name]?.(event)
        },
      ]),
    )
    // An event reaches the root element before the window, whichever began to listen first.
    const place = isFallback ? window : document.documentElement
    return tinykeys(place, bindings, { ignore: () => false, capture: isFirst })
  }, [names, inFields, isEnabled, isFallback, isFirst])
}

/** Whether the keys belong to a text field. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type)))
