import type { Editor } from '@tiptap/react'
import { parseMarkup } from '#shared/domain/documents/markup/parseMarkup.ts'
import { toEditor } from './editorDocument.ts'

/** Puts a text in light markup where the cursor is: within the sentence when it is one line, else as its own blocks. */
export function insertMarkup(editor: Editor, markup: string): void {
  const blocks = toEditor(parseMarkup(markup)).content ?? []
  const [only, second] = blocks
  const inline = second === undefined && only?.type === 'paragraph' ? (only.content ?? []) : null
  const { $from, empty } = editor.state.selection
  const before = empty ? $from.parent.textBetween(0, $from.parentOffset, undefined, ' ') : ''
  const space = /\S$/u.test(before) && !/['’(«]$/u.test(before) ? [{ type: 'text', text: ' ' }] : []
  editor
    .chain()
    .focus()
    .insertContent(inline === null ? blocks : [...space, ...inline])
    .run()
}
