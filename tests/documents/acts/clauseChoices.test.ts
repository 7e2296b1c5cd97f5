import { expect, test } from 'vitest'
import { agreementClauses } from '#shared/domain/documents/dossier/agreementClauses.ts'
import { clauseChoices } from '#shared/domain/documents/dossier/clauseChoices.ts'
import { associationFacts } from '../fixtures/acts.ts'

const choosing = (clauses: readonly string[] | null) =>
  clauseChoices({
    ...associationFacts,
    instruction: {
      ...associationFacts.instruction,
      agreement: { ...associationFacts.instruction.agreement, clauses },
    },
  })

test('[AG2] when nobody chose, the clauses that are called for are kept, in the order of the articles', () => {
  const choices = choosing(null)
  expect(choices.map(({ id }) => id)).toEqual(agreementClauses.map(({ id }) => id))
  expect(choices.filter(({ isKept }) => isKept)).toEqual(choices.filter(({ isOwed }) => isOwed))
  expect(choices.some(({ isMandatory }) => isMandatory)).toBe(true)
})

test('[AG2] a choice is what is kept; what is owed and mandatory stays told', () => {
  const [first, second] = agreementClauses
  const choices = choosing([second?.id ?? ''])
  expect(choices.filter(({ isKept }) => isKept).map(({ id }) => id)).toEqual([second?.id])
  expect(choices.find(({ id }) => id === first?.id)).toMatchObject({ isKept: false, isMandatory: true })
})
