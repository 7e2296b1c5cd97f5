import { useMemo, useState } from 'react'
import { fillPhrase, type PhraseValues } from '#shared/domain/documents/markup/fillPhrase.ts'
import { readyPhrases } from '#shared/domain/documents/markup/readyPhrases.ts'
import { useRead } from '../../../bridge/useRead.ts'
import type { CitedDossier } from '../../../ui/rich-text/citedDossier.ts'
import { RichTextField } from '../../../ui/rich-text/RichTextField.tsx'
import { PhrasesDialog } from './PhrasesDialog.tsx'

export interface SpokenFieldProps {
  readonly label: string
  readonly description: string
  readonly isLabelHidden?: boolean
  /** Light markup. */
  readonly value: string
  readonly onCommit: (markup: string) => void
  readonly isReadOnly: boolean
  readonly dossiers: readonly CitedDossier[]
  /** What the ready phrases may say of the point. */
  readonly values: PhraseValues
}

/** What was said, as the minutes will give it, with the ready phrases of the program and of the committee. */
export function SpokenField({ values, ...field }: SpokenFieldProps) {
  const [isEditing, setEditing] = useState(false)
  const own = useRead('committee.get', {}).value?.phrases
  const phrases = useMemo(
    () => [...readyPhrases, ...(own ?? [])].flatMap((phrase) => fillPhrase(phrase, values) ?? []),
    [own, values],
  )
  return (
    <>
      <RichTextField {...field} phrases={phrases} onEditPhrases={() => setEditing(true)} />
      {isEditing ? <PhrasesDialog phrases={own ?? []} onClose={() => setEditing(false)} /> : null}
    </>
  )
}
