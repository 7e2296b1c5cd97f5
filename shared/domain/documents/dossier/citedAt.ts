import { type LegalReferenceId, legalReferenceAt } from '../legalReferences.ts'

/** [MN6] The article as one cites it between brackets on that date; empty when none was in force. */
export const citedAt = (id: LegalReferenceId, date: string): string => legalReferenceAt(id, date)?.label ?? ''
