import { type Editor, EditorContent, useEditor } from '@tiptap/react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { parseMarkup } from '#shared/domain/documents/markup/parseMarkup.ts'
import { renderMarkup } from '#shared/domain/documents/markup/renderMarkup.ts'
import fieldStyle from '../field.module.css'
import type { Draft } from '../useDraft.ts'
import type { CitedDossier } from './citedDossier.ts'
import { cleanPastedHtml } from './cleanPastedHtml.ts'
import { fromEditor, toEditor } from './editorDocument.ts'
import { editorKeys } from './editorKeys.ts'
import { insertMarkup } from './insertMarkup.ts'
import style from './RichTextField.module.css'
import { type OpenedMenu, RichTextToolbar } from './RichTextToolbar.tsx'
import { richTextSchema } from './richTextSchema.ts'
import { useInsertPicked } from './useInsertPicked.ts'

export interface RichTextEditorProps {
  readonly label: string
  readonly labelId: string
  readonly descriptionIds: string
  readonly draft: Draft
  readonly dossiers: readonly CitedDossier[]
  readonly phrases: readonly string[]
  readonly onEditPhrases: (() => void) | undefined
}

/** The editor itself, which comes in its own file the first time that it is needed. */
export default function RichTextEditor({
  label,
  labelId,
  descriptionIds,
  draft,
  dossiers,
  phrases,
  onEditPhrases,
}: RichTextEditorProps) {
  const [opened, setOpened] = useState<OpenedMenu | null>(null)
  const cited = useRef(dossiers)
  cited.current = dossiers
  // What the editor shows, as text: anything else that comes was written elsewhere.
  const shown = useRef(draft.text)
  const holder = useRef<Editor | null>(null)
  const fixed = useMemo(
    () => ({
      extensions: richTextSchema((number) => cited.current.find((one) => one.number === number)?.name),
      content: toEditor(parseMarkup(shown.current)),
      editorProps: {
        attributes: {
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-labelledby': labelId,
          'aria-describedby': descriptionIds,
          class: `${fieldStyle.control} ${style.text}`,
          spellcheck: 'true',
        },
        handleKeyDown: (_view: unknown, event: KeyboardEvent): boolean =>
          holder.current !== null && editorKeys(holder.current, event, () => setOpened('phrases')),
        transformPastedHTML: cleanPastedHtml,
        handlePaste: (_view: unknown, event: ClipboardEvent): boolean => {
          const text = event.clipboardData?.getData('text/plain') ?? ''
          if (holder.current === null || text === '' || event.clipboardData?.types.includes('text/html'))
            return false
          insertMarkup(holder.current, text)
          return true
        },
      },
    }),
    [labelId, descriptionIds],
  )
  const editor = useEditor({
    ...fixed,
    injectCSS: false,
    shouldRerenderOnTransaction: false,
    onUpdate: ({ editor: changed }) => {
      const text = renderMarkup(fromEditor(changed.getJSON()))
      if (text === shown.current) return
      shown.current = text
      draft.change(text)
    },
    onBlur: draft.commit,
  })
  holder.current = editor
  useEffect(() => {
    if (draft.text === shown.current) return
    shown.current = draft.text
    editor.commands.setContent(toEditor(parseMarkup(draft.text)), { emitUpdate: false })
  }, [editor, draft.text])
  const insertPicked = useInsertPicked(editor)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: looks where the focus comes back, and does nothing of its own.
    <div className={style.editor} onFocus={insertPicked.onFocus}>
      <RichTextToolbar
        editor={editor}
        label={label}
        dossiers={dossiers}
        phrases={phrases}
        onEditPhrases={onEditPhrases}
        opened={opened}
        onOpen={setOpened}
        onPick={insertPicked.pick}
      />
      <EditorContent editor={editor} />
    </div>
  )
}
