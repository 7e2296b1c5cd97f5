import { documentKinds } from '#shared/domain/documents/documentIdentity.ts'
import { documentNames } from '#shared/domain/documents/documentNames.ts'
import type { DocumentKind } from '#shared/domain/documents/model.ts'

type Words<Code extends string> = Readonly<Record<Code, readonly [string, ...string[]]>>

/** How a person names a document on the command line: its French name, whole, or one of these shorter ones. */
const shortNames: Readonly<Partial<Record<DocumentKind, readonly string[]>>> = {
  minutes: ['PV'],
  'decision-record': ['relevé'],
  rectification: ['rectificatif'],
  resolution: ['délibération'],
  report: ['rapport'],
  'award-order': ['arrêté'],
  agreement: ['convention'],
  'attendance-sheet': ['émargement'],
}

export const documentWords = Object.fromEntries(
  documentKinds.map((kind) => [kind, [documentNames[kind], ...(shortNames[kind] ?? [])]]),
) as unknown as Words<DocumentKind>

export const templateTargetWords: Words<DocumentKind | 'letterhead'> = {
  letterhead: ['papier à en-tête', 'en-tête'],
  ...documentWords,
}

export const readingWords: Words<'full' | 'communicable'> = {
  full: ['intégral'],
  communicable: ['communicable'],
}
