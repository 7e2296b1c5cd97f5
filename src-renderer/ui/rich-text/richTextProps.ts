import type { FieldText } from '../Field.tsx'
import type { CitedDossier } from './citedDossier.ts'

export interface RichTextFieldProps extends Omit<FieldText, 'error'> {
  /** Light markup. */
  readonly value: string
  /** Called with the markup of what was typed: on blur, after 600 ms of pause, and when the field leaves the screen. */
  readonly onCommit: (value: string) => void
  readonly isReadOnly?: boolean
  /** Those that one may cite. */
  readonly dossiers: readonly CitedDossier[]
  /** Ready phrases, in light markup, their fields already filled. */
  readonly phrases: readonly string[]
  readonly onEditPhrases?: () => void
}
