import { AlignmentType } from 'docx'
import type { Align } from '#shared/domain/documents/model.ts'

export const wordAlignments: Record<Align, (typeof AlignmentType)[keyof typeof AlignmentType]> = {
  start: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  end: AlignmentType.RIGHT,
}
