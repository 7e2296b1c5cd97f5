import type { Editor } from '@tiptap/react'

/**
 * The keys of the editor beside those of letters. By their place on the keyboard, for the figures of a French one ask for
 * Shift. True when the key was carried out.
 */
export function editorKeys(editor: Editor, event: KeyboardEvent, openPhrases: () => void): boolean {
  const { selection } = editor.state
  if (event.key === 'Escape') {
    // As in any other field: the keys go back to the screen.
    editor.commands.blur()
    return true
  }
  if (event.key === '/' && !event.ctrlKey && !event.altKey && !event.metaKey) {
    if (!selection.empty || selection.$from.parent.content.size > 0) return false
    openPhrases()
    return true
  }
  const command = commandOf(event)
  if (command === null) return false
  carryOut(editor, command)
  return true
}

/** What the toolbar and the keys do. */
export type EditorCommand =
  | 'heading'
  | 'subheading'
  | 'bold'
  | 'italic'
  | 'bulleted'
  | 'numbered'
  | 'sink'
  | 'lift'

export function carryOut(editor: Editor, command: EditorCommand): void {
  const chain = editor.chain().focus()
  switch (command) {
    case 'heading':
      return void chain.toggleNode('heading', 'paragraph', { level: 1 }).run()
    case 'subheading':
      return void chain.toggleNode('heading', 'paragraph', { level: 2 }).run()
    case 'bold':
      return void chain.toggleBold().run()
    case 'italic':
      return void chain.toggleItalic().run()
    case 'bulleted':
      return void chain.toggleList('bulletList', 'listItem').run()
    case 'numbered':
      return void chain.toggleList('orderedList', 'listItem').run()
    case 'sink':
      return void (canSink(editor) ? chain.sinkListItem('listItem').run() : false)
    case 'lift':
      return void chain.liftListItem('listItem').run()
  }
}

/** One list within a list, no more. */
export const canSink = (editor: Editor): boolean =>
  listDepth(editor) === 1 && editor.can().sinkListItem('listItem')

/** How many lists the cursor stands in. */
export function listDepth({ state }: Editor): number {
  const { $from } = state.selection
  return Array.from({ length: $from.depth }, (_, depth) => $from.node(depth + 1)).filter(
    ({ type }) => type.name === 'listItem',
  ).length
}

function commandOf(event: KeyboardEvent): EditorCommand | null {
  const { code, ctrlKey, metaKey, altKey, shiftKey } = event
  const isControl = ctrlKey || metaKey
  // AltGr says Ctrl and Alt too, and types a letter.
  if (isControl && altKey && !shiftKey && !event.getModifierState('AltGraph'))
    return code === 'Digit1' ? 'heading' : code === 'Digit2' ? 'subheading' : null
  if (isControl && shiftKey && !altKey)
    return code === 'Digit7' ? 'numbered' : code === 'Digit8' ? 'bulleted' : null
  if (altKey && shiftKey && !isControl)
    return code === 'ArrowRight' ? 'sink' : code === 'ArrowLeft' ? 'lift' : null
  return null
}
