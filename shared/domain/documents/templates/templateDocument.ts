import type { Block, DocumentKind } from '../model.ts'

/**
 * A template of the program: blocks whose texts hold `{fields}`, `{#conditions or lists}…{/}` and `{^otherwise}…{/}`, the
 * syntax of the Word templates of the committee, so that it can be opened in Word, changed and brought back.
 */
export interface TemplateDocument {
  readonly document: DocumentKind
  /** Name and version printed in the foot: « attribution-1 ». Raised with any change of its words. */
  readonly id: string
  /** Shown in the list of templates. */
  readonly title: string
  readonly blocks: readonly Block[]
}
