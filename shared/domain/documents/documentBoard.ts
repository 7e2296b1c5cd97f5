import type { DecisionAct, Opinion } from '../session/session.ts'
import type { DocumentKind, DossierKind, LetterKind, Reading } from './model.ts'
import type { ReturnedFile } from './returnedFile.ts'

/** Every document of a session as the screen lists them: what can be made, what left, what came back. */
export interface DocumentBoard {
  readonly sessionId: string
  /** ISO date. */
  readonly date: string
  readonly status: 'planned' | 'open' | 'closed'
  /** Of the minutes; null before the closing. */
  readonly number: string | null
  readonly minutes: MinutesView
  readonly act: DecisionAct | null
  /** In the order of the chain, from the convocation to the list of what was masked. */
  readonly documents: readonly BoardLine[]
  /** One for each candidature examined, by number; empty before the closing. */
  readonly candidatures: readonly CandidatureLine[]
}

export interface MinutesView {
  readonly state: 'draft' | 'submitted' | 'settled' | 'signed' | 'published'
  readonly submittedOn: string | null
  readonly settledOn: string | null
  readonly signedOn: string | null
  readonly signedBy: readonly string[]
  readonly publishedOn: string | null
  readonly publishedAt: string
  /** ISO date: within the week after the settling (L2121-15); null before it, and when no text asks for it. */
  readonly publicationDueOn: string | null
  /** Who is expected to sign, by name: who chaired, then who kept the minutes. */
  readonly signatories: readonly string[]
  /** [SE55] Sentences; empty when there is nothing to say, or no text asks for it. */
  readonly remarks: readonly string[]
}

export interface BoardLine {
  readonly document: DocumentKind
  /** French, what is missing to make it; empty when it can be made. */
  readonly missing: readonly string[]
  readonly issues: readonly IssueLine[]
}

/** A document that left. */
export interface IssueLine {
  readonly id: string
  readonly document: DocumentKind
  readonly reading: Reading
  readonly format: 'pdf' | 'docx' | 'csv'
  readonly number: string
  /** Local date and hour; empty when it was not kept. */
  readonly madeAt: string
  readonly sha256: string
  /** Name of the committee's own template; null: the one of the program. */
  readonly template: string | null
  /** It can be drawn again to the same bytes. */
  readonly isKept: boolean
  readonly returned: readonly ReturnedFile[]
}

export interface CandidatureLine {
  readonly candidatureId: string
  readonly number: number
  readonly applicant: string
  readonly project: string
  readonly opinion: Opinion | null
  readonly amountCents: number | null
  /** The letter that follows from what was held; null: none (adjourned). */
  readonly letter: LetterKind | null
  /** Letter, report, order, agreement: those that have a sense for this candidature. */
  readonly documents: readonly (BoardLine & { readonly document: DossierKind })[]
  readonly agreement: AgreementNeed
  readonly notifiedOn: string | null
}

/** whether an agreement is owed, and why. */
export interface AgreementNeed {
  readonly level: 'required' | 'recommended' | 'not-required'
  readonly sentence: string
}

/** The documents of one candidature, before or after the session. */
export interface CandidatureDocuments {
  readonly candidatureId: string
  readonly documents: readonly (BoardLine & { readonly document: DossierKind })[]
}

export const batchKinds = ['letters', 'award-orders', 'agreements', 'reports'] as const
export type BatchKind = (typeof batchKinds)[number]

/** What a batch wrote; nothing at all when it was cancelled. */
export interface BatchReport {
  readonly folder: string
  readonly written: number
  /** File name of the one PDF of all of them, for printing; null without PDF. */
  readonly merged: string | null
  /** File name of the list for a mail merge. */
  readonly mailMerge: string
  /** Candidatures without their document, and why. */
  readonly left: readonly { readonly number: number; readonly applicant: string; readonly reason: string }[]
}

/** What became of a file that was brought back. */
export interface ReturnReport {
  readonly issueId: string
  /** « Procès-verbal PV-2026-001 ». */
  readonly title: string
  readonly returned: ReturnedFile
  /** Pages of a scan whose code was read; null for anything else. */
  readonly pages: {
    readonly read: readonly number[]
    /** null: a Word file, whose pages are only known when it is printed. */
    readonly expected: number | null
    readonly missing: readonly number[]
    readonly unread: number
  } | null
  /** French, what to know or to do: pages that miss or are of another document, what this does not change. */
  readonly remarks: readonly string[]
}

/** What a disclosure pack would mask, for a human to confirm. */
export interface DisclosureReview {
  readonly masks: readonly DisclosureMask[]
}

export interface DisclosureMask {
  /** Stays the same as long as the facts do. */
  readonly id: string
  /** « Point 3, débat ». */
  readonly place: string
  readonly kind: 'natural-person' | 'appreciation' | 'e-mail' | 'phone' | 'bank' | 'address'
  /** What is masked, and the words around it. */
  readonly text: string
  readonly context: string
  readonly reason: string
}

/** A Word template of the committee, as the list shows it. */
export interface TemplateLine {
  readonly id: string
  readonly document: DocumentKind | 'letterhead'
  readonly name: string
  readonly inUse: number | null
  readonly versions: readonly {
    readonly version: number
    readonly fileName: string
    readonly addedOn: string
  }[]
}

export interface TemplateCheck {
  /** What prevents its use, with the place: « Champ inconnu {demandeur.nomm}, paragraphe 4 ». */
  readonly problems: readonly TemplateProblem[]
  /** What is only told: not reproduced in the PDF, nothing but text… */
  readonly warnings: readonly TemplateProblem[]
  readonly fields: readonly string[]
}

export interface TemplateProblem {
  readonly sentence: string
  /** « paragraphe 4 : « Par {acte} … » ». */
  readonly place: string
}
