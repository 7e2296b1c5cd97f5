import type { DocumentIdentity } from './documentIdentity.ts'
import { documentKinds } from './documentIdentity.ts'
import type { DocumentKind } from './model.ts'

/** What the code at the foot of a page says: which document, which page. */
export interface PageCode {
  readonly kind: DocumentKind
  /** First 20 hexadecimal digits of the digest of the facts. */
  readonly digestStart: string
  /** From 1; null in a Word file, whose pages are only known when it is printed. */
  readonly page: number | null
}

/** [PC1] « DLB1:12:3F2A9C…:3 »: capitals, digits and colons only, which a QR code packs tightly. */
export function pageCodeText({ kind, factsDigest }: DocumentIdentity, page: number | null): string {
  const parts = ['DLB1', documentKinds.indexOf(kind), factsDigest.slice(0, digestLength).toUpperCase()]
  return [...parts, ...(page === null ? [] : [page])].join(':')
}

/** null for anything that is none of ours. */
export function readPageCode(text: string): PageCode | null {
  const match = /^DLB1:(\d{1,3}):([0-9A-F]{20})(?::(\d{1,5}))?$/u.exec(text.trim())
  const kind = documentKinds[Number(match?.[1])]
  const digestStart = match?.[2]?.toLowerCase()
  if (kind === undefined || digestStart === undefined) return null
  return { kind, digestStart, page: match?.[3] === undefined ? null : Number(match[3]) }
}

const digestLength = 20
