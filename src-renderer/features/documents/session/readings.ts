import { hasCommunicableReading } from '#shared/domain/documents/disclosure/hasCommunicableReading.ts'
import type { DocumentBoard } from '#shared/domain/documents/documentBoard.ts'
import type { DocumentKind } from '../words.ts'

/** Documents of a closed session that are asked for by the public have a communicable reading. */
export const readings = (
  { status }: Pick<DocumentBoard, 'status'>,
  document: DocumentKind,
): readonly ('full' | 'communicable')[] =>
  status === 'closed' && hasCommunicableReading(document) ? ['full', 'communicable'] : ['full']
