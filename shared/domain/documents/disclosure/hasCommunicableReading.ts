import type { DocumentKind } from '../model.ts'

/**
 * [DX9] What anyone may ask for (CRPA L311-1; loi 2000-321, article 10): the acts of a session, and the agreement, whose bank
 * account is left out.
 */
export const hasCommunicableReading = (document: DocumentKind): boolean => communicable.includes(document)

const communicable: readonly DocumentKind[] = [
  'minutes',
  'ranking',
  'decision-record',
  'rectification',
  'agreement',
]
