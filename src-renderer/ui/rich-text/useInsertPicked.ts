import type { Editor } from '@tiptap/react'
import { type FocusEvent, useRef } from 'react'
import { insertMarkup } from './insertMarkup.ts'

/** Longer than any menu takes to leave. */
const latestMs = 400

/**
 * What is picked in a menu comes into the text when the menu, as it leaves, has given the focus back to where it was opened
 * from: sooner, it would take it again.
 */
export function useInsertPicked(editor: Editor): {
  readonly pick: (markup: string) => void
  readonly onFocus: (event: FocusEvent) => void
} {
  const picked = useRef<string | null>(null)
  const insert = () => {
    const markup = picked.current
    picked.current = null
    if (markup !== null && !editor.isDestroyed) insertMarkup(editor, markup)
  }
  return {
    pick: (markup) => {
      picked.current = markup
      setTimeout(insert, latestMs)
    },
    onFocus: (event) => {
      // A menu is drawn elsewhere, yet its events come through here.
      if (picked.current !== null && event.currentTarget.contains(event.target)) setTimeout(insert)
    },
  }
}
