import type { LetterKind } from '../model.ts'
import type { TemplateDocument } from '../templates/templateDocument.ts'
import { acknowledgement } from './letters/acknowledgement.ts'
import { award } from './letters/award.ts'
import { inadmissible } from './letters/inadmissible.ts'
import { incomplete } from './letters/incomplete.ts'
import { partialAward } from './letters/partialAward.ts'
import { refusal } from './letters/refusal.ts'
import { waitingList } from './letters/waitingList.ts'

/** The letters of the program; each may be opened in Word, changed, and brought back. */
export const letterTemplates: Record<LetterKind, TemplateDocument> = {
  'letter-acknowledgement': acknowledgement,
  'letter-incomplete': incomplete,
  'letter-award': award,
  'letter-partial-award': partialAward,
  'letter-waiting-list': waitingList,
  'letter-refusal': refusal,
  'letter-inadmissible': inadmissible,
}
