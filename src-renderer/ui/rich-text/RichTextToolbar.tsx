import { type Editor, useEditorState } from '@tiptap/react'
import { Toolbar } from 'react-aria-components/Toolbar'
import { Button } from '../Button.tsx'
import type { CitedDossier } from './citedDossier.ts'
import { canSink, carryOut, type EditorCommand, listDepth } from './editorKeys.ts'
import { PickMenu } from './PickMenu.tsx'
import style from './RichTextField.module.css'
import { richTextWords as words } from './words.ts'

export interface RichTextToolbarProps {
  readonly editor: Editor
  readonly label: string
  readonly dossiers: readonly CitedDossier[]
  readonly phrases: readonly string[]
  readonly onEditPhrases: (() => void) | undefined
  readonly opened: OpenedMenu | null
  readonly onOpen: (opened: OpenedMenu | null) => void
  /** Markup chosen in a menu. */
  readonly onPick: (markup: string) => void
}

export type OpenedMenu = 'dossiers' | 'phrases'

/** What the text may become, in words. One stop of Tab, the arrows go from button to button. */
export function RichTextToolbar({
  editor,
  label,
  dossiers,
  phrases,
  onEditPhrases,
  opened,
  onOpen,
  onPick,
}: RichTextToolbarProps) {
  const state = useEditorState({
    editor,
    selector: ({ editor: shown }) => ({
      heading: shown.isActive('heading', { level: 1 }),
      subheading: shown.isActive('heading', { level: 2 }),
      bold: shown.isActive('bold'),
      italic: shown.isActive('italic'),
      bulleted: shown.isActive('bulletList'),
      numbered: shown.isActive('orderedList'),
      canSink: canSink(shown),
      isNested: listDepth(shown) > 1,
    }),
  })
  const toggle = (
    command: EditorCommand,
    text: string,
    shortcut: string,
    isPressed?: boolean,
    name?: string,
  ) => (
    <Button
      variant="quiet"
      shortcut={shortcut}
      {...(isPressed === undefined ? {} : { isPressed })}
      {...(name === undefined ? {} : { label: name })}
      onPress={() => carryOut(editor, command)}
    >
      {text}
    </Button>
  )
  return (
    <Toolbar aria-label={words.toolbar(label)} className={style.toolbar ?? ''}>
      {toggle('heading', words.heading, 'Control+Alt+1', state.heading)}
      {toggle('subheading', words.subheading, 'Control+Alt+2', state.subheading)}
      {toggle('bold', words.bold, 'Control+B', state.bold)}
      {toggle('italic', words.italic, 'Control+I', state.italic)}
      {toggle('bulleted', words.bulleted, 'Control+Shift+8', state.bulleted, words.bulletedName)}
      {toggle('numbered', words.numbered, 'Control+Shift+7', state.numbered, words.numberedName)}
      {state.canSink ? toggle('sink', words.sink, 'Alt+Shift+ArrowRight') : null}
      {state.isNested ? toggle('lift', words.lift, 'Alt+Shift+ArrowLeft') : null}
      {dossiers.length === 0 ? null : (
        <PickMenu
          label={words.dossier}
          menuLabel={words.dossierName}
          searchLabel={words.findDossier}
          emptyText={words.noDossier}
          options={dossiers.map(({ number, name }) => ({
            key: String(number),
            label: `${number} · ${name}`,
          }))}
          isOpen={opened === 'dossiers'}
          onOpenChange={(isOpen) => onOpen(isOpen ? 'dossiers' : null)}
          onPick={(key) => onPick(`[[${key}]]`)}
        />
      )}
      <PickMenu
        label={words.phrases}
        menuLabel={words.phrasesName}
        searchLabel={words.findPhrase}
        emptyText={words.noPhrase}
        options={phrases.map((phrase, index) => ({ key: String(index), label: phrase }))}
        isOpen={opened === 'phrases'}
        onOpenChange={(isOpen) => onOpen(isOpen ? 'phrases' : null)}
        onPick={(key) => onPick(phrases[Number(key)] ?? '')}
        {...(onEditPhrases === undefined ? {} : { other: { label: words.editPhrases, run: onEditPhrases } })}
      />
    </Toolbar>
  )
}
