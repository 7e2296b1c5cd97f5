import { minutes } from '#shared/domain/documents/minutes.ts'
import type { DocumentModel } from '#shared/domain/documents/model.ts'
import type { ItemFacts } from '#shared/domain/session/sessionFacts.ts'
import { completeFacts, factsDigest } from '#tests/documents/fixtures/sessionFacts.ts'
import { valueOf } from '#tests/sqlite/committeeOnDisk.ts'
import { dice } from '../ground/dice.ts'
import { wordsOf } from '../ground/words.ts'

/** The minutes of a session that examined `count` candidatures, each debated in a few lines, voted and ranked. */
export function minutesOf(count: number): DocumentModel {
  const draw = dice(11)
  const examined = completeFacts.items.filter(({ candidature }) => candidature !== null)
  const items = Array.from({ length: count }, (_, index): ItemFacts => {
    const model = examined[index % examined.length]
    if (model?.candidature === undefined || model.candidature === null) throw new Error('no item to repeat')
    const title = `${wordsOf(draw, 4)} (${index + 1})`
    return {
      ...model,
      title,
      candidature: { ...model.candidature, number: index + 1, project: title },
      debate: `${wordsOf(draw, 40)}.\n${wordsOf(draw, 30)} ?`,
    }
  })
  const ranking = Array.from({ length: count }, (_, index) => {
    const model = completeFacts.ranking[index % completeFacts.ranking.length]
    if (model === undefined) throw new Error('no rank to repeat')
    return { ...model, number: index + 1, rank: index + 1, tiedWith: [], project: items[index]?.title ?? '' }
  })
  const facts = { ...completeFacts, items, agenda: items.map(({ title }) => title), ranking }
  return valueOf(minutes(facts, factsDigest))
}
