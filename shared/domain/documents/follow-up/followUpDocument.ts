import type { Making } from '../draft.ts'
import type { Block, DocumentModel, FollowUpKind } from '../model.ts'
import { frenchDateWithWeekday, typographic } from '../typography.ts'
import type { FollowUpFacts } from './followUpFacts.ts'

/** Identity and furniture of what follows a closing: number, title, head, foot. */
export function followUpDocument(
  { issuer, session }: FollowUpFacts,
  { digest, madeAt }: Making,
  own: {
    readonly kind: FollowUpKind
    readonly name: string
    readonly number: string
    readonly template: string
    readonly blocks: readonly Block[]
  },
): DocumentModel {
  const { kind, name, number, template, blocks } = own
  const day = frenchDateWithWeekday(session.date)
  const author = issuer.name.trim() || session.instance.name
  return {
    kind,
    title: typographic(`${name}, ${session.instance.name}, séance du ${day}`),
    language: 'fr-FR',
    number: typographic(number),
    factsDigest: digest,
    frozenAt: madeAt,
    author: typographic(author),
    template,
    runningHead: typographic(
      `${author} · ${name.charAt(0).toLowerCase()}${name.slice(1)} · séance du ${day}`,
    ),
    orientation: 'portrait',
    blocks,
  }
}
