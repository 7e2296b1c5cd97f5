/**
 * A document before it is a PDF or a Word file: pure data, no clock, no randomness. Both renderings draw this and
 * nothing else, so that they carry the same text (P5). See SPEC.md.
 */
export interface DocumentModel {
  readonly kind: DocumentKind
  /** Shown in the window of the reader and in the list of files. */
  readonly title: string
  readonly language: 'fr-FR'
  /** Number of the act, printed in the footer: « PV-2026-004 ». */
  readonly number: string
  /** SHA-256 of the frozen facts, 64 lower-case hexadecimal digits. */
  readonly factsDigest: string
  /** Local date and hour of the freezing, « 2026-11-22T17:05 », no offset. It dates the files: rendering has no clock. */
  readonly frozenAt: string
  /** Committee or authority on whose behalf the document is made. */
  readonly author: string
  /** Template id and version, printed in the footer: « pv-1 ». */
  readonly template: string
  /** Printed at the top of every page but the first. */
  readonly runningHead: string
  readonly orientation: Orientation
  /** Headings bear their number: « 1. », « 1.2. », outside the text, as the label of a list. Absent: they do not. */
  readonly numberedHeadings?: boolean
  readonly blocks: readonly Block[]
}

/** Made from frozen facts alone. */
export type ActKind = 'minutes' | 'ranking' | 'decision-record' | 'rectification'
/** Made from frozen facts, and from what follows the closing: number and date of the act, letterhead. */
export type FollowUpKind = 'resolution' | 'closing-leaf' | 'examined-list'
/** Made before, during or after the session from what is keyed: nothing freezes them [PA1]. */
export type PaperKind =
  | 'convocation'
  | 'attendance-sheet'
  | 'mark-sheets'
  | 'expenses'
  | 'attendance-certificates'
/** Letters to the applicant of one candidature. */
export const letterKinds = [
  'letter-acknowledgement',
  'letter-incomplete',
  'letter-award',
  'letter-partial-award',
  'letter-waiting-list',
  'letter-refusal',
  'letter-inadmissible',
] as const
export type LetterKind = (typeof letterKinds)[number]
/** Documents of one candidature. */
export type DossierKind = LetterKind | 'report' | 'award-order' | 'agreement'
/** What was masked in a disclosure pack, for a human to confirm. */
export type DisclosureKind = 'disclosure-log'
export type DocumentKind = ActKind | FollowUpKind | PaperKind | DossierKind | DisclosureKind
/** `communicable`: without what judges or reaches a natural person (CRPA L311-6). */
export type Reading = 'full' | 'communicable'
export type Orientation = 'portrait' | 'landscape'
export type Align = 'start' | 'end' | 'center'

/** A stretch of text in one style. */
export interface Run {
  readonly text: string
  readonly bold?: boolean
  readonly italic?: boolean
}

export type Runs = readonly Run[]

export type Block =
  | TitleBlock
  | HeadingBlock
  | ParagraphBlock
  | ListBlock
  | KeyValuesBlock
  | TableBlock
  | SignaturesBlock
  | AddressBlock
  | ImageBlock
  | ChartBlock
  | { readonly type: 'pageBreak' }
  /** What follows starts on a new page of this orientation. */
  | { readonly type: 'section'; readonly orientation: Orientation }

export interface TitleBlock {
  readonly type: 'title'
  /** Small line above the title: the authority, then the committee. */
  readonly overline: string
  readonly text: string
  readonly subtitle: string
}

export interface HeadingBlock {
  readonly type: 'heading'
  readonly level: 1 | 2 | 3
  readonly text: string
}

export interface ParagraphBlock {
  readonly type: 'paragraph'
  readonly runs: Runs
  /** `note` is smaller and quieter. */
  readonly tone: 'body' | 'note'
  /** Absent: `start`. */
  readonly align?: Align
  /** Stays on the page of what follows it. */
  readonly keepWithNext?: boolean
}

export interface ListBlock {
  readonly type: 'list'
  readonly ordered: boolean
  readonly items: readonly Runs[]
  /** Lists within the list, in order; one level, no more. */
  readonly nested?: readonly NestedList[]
}

export interface NestedList {
  /** Place of the item that it stands under, from 0. */
  readonly under: number
  readonly ordered: boolean
  readonly items: readonly Runs[]
}

/** Two columns without rules: what, and its value. */
export interface KeyValuesBlock {
  readonly type: 'keyValues'
  readonly entries: readonly { readonly key: string; readonly value: Runs }[]
}

export interface TableBlock {
  readonly type: 'table'
  /** Printed above the table, and its name for a screen reader. */
  readonly caption: string
  readonly columns: readonly TableColumn[]
  readonly rows: readonly TableRow[]
  /** Set: the cells are boxes to write in by hand, each row at least this high, in points. */
  readonly boxHeightPt?: number
}

export interface TableColumn {
  readonly header: string
  /** Share of the width: a column of 2 is twice as wide as a column of 1. */
  readonly share: number
  readonly align: Align
  /** The cells of this column name their row for a screen reader. */
  readonly namesRow?: boolean
}

export interface TableRow {
  /** As many as there are columns. */
  readonly cells: readonly Runs[]
  readonly emphasis: 'none' | 'total' | 'band'
}

export interface SignaturesBlock {
  readonly type: 'signatures'
  readonly places: readonly {
    readonly capacity: string
    readonly name: string
    /** Small line under the name, may be empty. */
    readonly mention: string
  }[]
}

/** To whom a letter goes: at the place of the window of an envelope, right half of the page, lines close together. */
export interface AddressBlock {
  readonly type: 'address'
  readonly lines: readonly Runs[]
}

/** A picture of the committee's own template (logo). */
export interface ImageBlock {
  readonly type: 'image'
  readonly format: 'png' | 'jpeg'
  /** The bytes of the file, in base64. */
  readonly base64: string
  readonly widthPt: number
  readonly heightPt: number
  readonly align: Align
  /** Read aloud instead of it; empty: decoration. */
  readonly alternative: string
}

/** Horizontal bars, each with its words: nothing is said by length alone. */
export interface ChartBlock {
  readonly type: 'chart'
  readonly caption: string
  /** Full length of a bar. */
  readonly maximum: number
  readonly bars: readonly { readonly label: string; readonly value: number; readonly text: string }[]
  /** The same in one sentence, for a screen reader. */
  readonly alternative: string
}
