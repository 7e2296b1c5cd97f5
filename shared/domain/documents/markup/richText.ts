/** What light markup says, once read: the schema of the editor and nothing more. See SPEC.md [MK1]. */
export type RichText = readonly RichBlock[]

export type RichBlock = RichHeading | RichParagraph | RichList

export interface RichHeading {
  readonly type: 'heading'
  /** 1: `### `, just under the point; 2: `#### `. */
  readonly level: 1 | 2
  /** Neither bold nor italic: a heading is one as a whole. */
  readonly content: Inlines
}

export interface RichParagraph {
  readonly type: 'paragraph'
  readonly content: Inlines
}

export interface RichList {
  readonly type: 'list'
  readonly ordered: boolean
  readonly items: readonly RichItem[]
}

export interface RichItem {
  readonly content: Inlines
  /** Lists under this item; always empty in an item of such a list. */
  readonly lists: readonly RichList[]
}

export type Inlines = readonly Inline[]

export type Inline = TextInline | DossierInline

export interface TextInline extends Emphasis {
  readonly type: 'text'
  readonly text: string
}

/** `[[12]]`: the candidature number 12 of the call. */
export interface DossierInline extends Emphasis {
  readonly type: 'dossier'
  readonly number: number
}

export interface Emphasis {
  readonly bold: boolean
  readonly italic: boolean
}
