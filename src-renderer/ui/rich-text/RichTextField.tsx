import { lazy, Suspense, useCallback, useId } from 'react'
import fieldStyle from '../field.module.css'
import { useDraft } from '../useDraft.ts'
import style from './RichTextField.module.css'
import { RichTextView } from './RichTextView.tsx'
import type { RichTextFieldProps } from './richTextProps.ts'
import { richTextWords } from './words.ts'

const RichTextEditor = lazy(() => import('./RichTextEditor.tsx'))

/** A text with headings, lists, emphasis and references, that saves itself (P1). It is held as light markup. */
export function RichTextField({
  label,
  description,
  isLabelHidden = false,
  value,
  onCommit,
  isReadOnly = false,
  dossiers,
  phrases,
  onEditPhrases,
}: RichTextFieldProps) {
  const id = useId()
  const draft = useDraft(
    value,
    useCallback(
      (typed: string) => {
        if (typed !== value) onCommit(typed)
        return true
      },
      [value, onCommit],
    ),
  )
  const read = (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset holds controls; this is one text to read.
    <div
      role="group"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: as a field that is read only, it is reached and scrolled by the keys.
      tabIndex={0}
      aria-labelledby={`${id}-l`}
      className={`${fieldStyle.control} ${style.text}`}
    >
      <RichTextView markup={draft.text} dossiers={dossiers} />
    </div>
  )
  return (
    <div className={fieldStyle.field}>
      <span id={`${id}-l`} className={isLabelHidden ? 'visually-hidden' : fieldStyle.label}>
        {label}
      </span>
      {description === undefined ? null : (
        <span id={`${id}-d`} className={isLabelHidden ? 'visually-hidden' : fieldStyle.description}>
          {description}
        </span>
      )}
      <span id={`${id}-k`} className="visually-hidden">
        {richTextWords.keys}
      </span>
      {isReadOnly ? (
        read
      ) : (
        <Suspense fallback={read}>
          <RichTextEditor
            label={label}
            labelId={`${id}-l`}
            descriptionIds={`${description === undefined ? '' : `${id}-d `}${id}-k`}
            draft={draft}
            dossiers={dossiers}
            phrases={phrases}
            onEditPhrases={onEditPhrases}
          />
        </Suspense>
      )}
    </div>
  )
}
