import type { TemplateEngine } from '#shared/usecases/ports.ts'
import { checkTemplate } from './checkTemplate.ts'
import { mergeTemplate } from './mergeTemplate.ts'
import { readFilledWord } from './readFilledWord.ts'
import { templateAsWord } from './templateAsWord.ts'

/** Word templates of the committee. */
export const templateEngine = (): TemplateEngine => ({
  check: checkTemplate,
  merge: mergeTemplate,
  readModel: readFilledWord,
  asWord: templateAsWord,
})
