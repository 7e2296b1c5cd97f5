import type { TemplateCheck, TemplateProblem } from '#shared/domain/documents/documentBoard.ts'
import type { FieldDefinition } from '#shared/domain/documents/templates/fieldRecord.ts'
import { ok, type Result } from '#shared/kernel/result.ts'
import { checkFields } from './tags/checkFields.ts'
import { checkSections, type PlacedTag } from './tags/checkSections.ts'
import { checkSpecials } from './tags/checkSpecials.ts'
import { plainName } from './tags/tagsOf.ts'
import { placedParagraphs, type TextPart, textParts } from './tags/templatePlaces.ts'
import { templateWarnings } from './tags/templateWarnings.ts'
import { unusable } from './unusable.ts'
import { openWordPackage, type WordPackage } from './xml/wordPackage.ts'

/**
 * [WT1] What prevents a Word file from being a template, what its PDF will not show, and the fields it prints. Refusals:
 * `template.protected`, `template.too-large`, `template.unreadable`.
 */
export function checkTemplate(bytes: Uint8Array, fields: readonly FieldDefinition[]): Result<TemplateCheck> {
  const word = openWordPackage(bytes)
  const parts = word === null ? null : textParts(word)
  if (word === null || parts === null) return unusable(bytes)
  const { tags, problems } = checkTags(word, parts)
  const texts = new Set(fields.flatMap(({ name, kind }) => (kind === 'text' ? [plainName(name)] : [])))
  // « {#recours} » prints, « {^recours} » says that there is none, « {#acte.numero} » only asks whether there is one.
  const used = tags.filter(
    ({ tag: { kind, name } }) =>
      name !== '' && kind !== 'close' && kind !== 'inverted' && (kind !== 'open' || !texts.has(name)),
  )
  return ok({
    problems: [...problems, ...checkFields(tags, fields)].slice(0, mostTold),
    warnings: templateWarnings(word, parts, tags.length).slice(0, mostTold),
    fields: [...new Set(used.map(({ tag }) => (tag.kind === 'special' ? `@${tag.name}` : tag.name)))],
  })
}

/** Nobody reads more, and a file that somebody sends could have millions. */
const mostTold = 100

/** What no merge can do with, whatever the fields. */
export function checkTags(
  word: WordPackage,
  parts: readonly TextPart[],
): { readonly tags: readonly PlacedTag[]; readonly problems: readonly TemplateProblem[] } {
  const found = parts.map((part) => checkSections(placedParagraphs(part)))
  const tags = found.flatMap((each) => each.tags)
  return {
    tags,
    problems: [...macros(word), ...found.flatMap((each) => each.problems), ...checkSpecials(tags)],
  }
}

const macros = ({ mainType, entries }: WordPackage): readonly TemplateProblem[] =>
  /macroEnabled/iu.test(mainType) || [...entries.keys()].some((path) => /vbaProject\.bin$/iu.test(path))
    ? [
        {
          sentence: 'Ce fichier contient des macros : enregistrez-le au format .docx, qui n’en a pas.',
          place: 'fichier',
        },
      ]
    : []
