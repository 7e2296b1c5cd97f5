import { refusalSentence } from '#shared/i18n/refusalSentences.ts'
import type { Refusal } from '#shared/kernel/result.ts'
import { Notice } from '../ui/Notice.tsx'

/** The sentence of a refusal, read aloud when it appears; nothing when there is none. */
export function RefusalNotice({ refusal }: { refusal: Refusal | null }) {
  return refusal === null ? null : (
    <Notice tone={refusal.code === 'file.cancelled' ? 'info' : 'unfavourable'} isAlert>
      {refusalSentence(refusal)}
    </Notice>
  )
}
