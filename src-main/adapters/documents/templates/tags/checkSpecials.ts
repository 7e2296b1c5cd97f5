import type { TemplateProblem } from '#shared/domain/documents/documentBoard.ts'
import type { PlacedTag } from './checkSections.ts'
import { problemAt } from './excerpt.ts'
import { bodyTag, proofTag } from './tagsOf.ts'

/** `{@corps}` and `{@preuve}`: alone in their paragraph, the body once, in the document itself. */
export function checkSpecials(tags: readonly PlacedTag[]): readonly TemplateProblem[] {
  let bodies = 0
  return tags.flatMap(({ tag, at }) => {
    if (tag.kind !== 'special') return []
    const problem = (sentence: string) => [problemAt(at, tag.start, sentence)]
    if (tag.name !== bodyTag && tag.name !== proofTag)
      return problem(`${tag.text} est inconnu : seuls {@${bodyTag}} et {@${proofTag}} s’écrivent ainsi.`)
    if (at.text.trim() !== tag.text)
      return problem(`{@${tag.name}} doit être seul dans son paragraphe : d’autres mots l’entourent.`)
    if (tag.name === proofTag) return []
    bodies += 1
    if (at.role !== 'body' || at.where === 'zone de texte')
      return problem(
        `{@${bodyTag}} se place dans le document, ni en en-tête, ni en pied de page, ni dans une zone de texte.`,
      )
    return bodies > 1 ? problem(`{@${bodyTag}} ne se place qu’une fois.`) : []
  })
}
