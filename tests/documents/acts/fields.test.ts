import { describe, expect, it } from 'vitest'
import { agreementClauses } from '#shared/domain/documents/dossier/agreementClauses.ts'
import { actFieldCatalogues } from '#shared/domain/documents/follow-up/actFieldCatalogues.ts'
import { actTemplates } from '#shared/domain/documents/follow-up/actTemplates.ts'
import { followUpFieldCatalogue } from '#shared/domain/documents/follow-up/followUpFieldCatalogue.ts'
import { followUpFields } from '#shared/domain/documents/follow-up/followUpFields.ts'
import { sessionFieldCatalogue } from '#shared/domain/documents/follow-up/sessionFieldCatalogue.ts'
import { sessionFields } from '#shared/domain/documents/follow-up/sessionFields.ts'
import type {
  FieldDefinition,
  FieldRecord,
  FieldValue,
} from '#shared/domain/documents/templates/fieldRecord.ts'
import { readTags } from '#shared/domain/documents/templates/readTags.ts'
import type { SessionFacts } from '#shared/domain/session/sessionFacts.ts'
import { commissionFollowUp, councilFollowUp } from '../fixtures/acts.ts'
import { completeFacts, councilFacts, meetingFacts } from '../fixtures/sessionFacts.ts'
import { acts, draftOf } from './actDocuments.ts'

const kindOf = (value: FieldValue | undefined): string | undefined =>
  value === undefined
    ? undefined
    : typeof value === 'string'
      ? 'text'
      : typeof value === 'boolean'
        ? 'condition'
        : 'list'

/** Fields of the catalogue that are absent or of another kind, entries of lists included. */
const unfit = (catalogue: readonly FieldDefinition[], fields: FieldRecord): readonly string[] =>
  catalogue.flatMap(({ name, kind, of }) => {
    const value = fields[name]
    if (kindOf(value) !== kind) return [name]
    return Array.isArray(value)
      ? (value as readonly FieldRecord[]).flatMap((entry) => unfit(of ?? [], entry))
      : []
  })

const barren: SessionFacts = {
  ...completeFacts,
  convocation: null,
  members: [],
  proxies: [],
  agenda: [],
  items: [],
  ranking: [],
  discussion: '',
  totals: { ...completeFacts.totals, remainingCents: null },
}

describe('the fields of a session', () => {
  it.each([
    ['commission', completeFacts],
    ['council', councilFacts],
    ['meeting', meetingFacts],
    ['barren', barren],
  ] as const)('[RE1] every field of the catalogue is there: %s', (_, facts) => {
    expect(unfit(sessionFieldCatalogue, sessionFields(facts))).toEqual([])
    expect(Object.keys(sessionFields(facts)).sort()).toEqual(
      sessionFieldCatalogue.map(({ name }) => name).sort(),
    )
  })

  it.each([
    ['council', councilFollowUp],
    ['commission', commissionFollowUp],
  ] as const)('[RE1] and those of what follows it: %s', (_, facts) => {
    expect(unfit(followUpFieldCatalogue, followUpFields(facts))).toEqual([])
  })

  it('[RE1] the debate is printed without its marks', () => {
    const [first, second, ...others] = meetingFacts.items
    if (first === undefined || second === undefined) throw new Error('no items')
    const { points } = sessionFields({
      ...meetingFacts,
      items: [first, { ...second, debate: 'Avis\n- **clair**\n- net' }, ...others],
    })
    expect((points as readonly FieldRecord[])[1]?.debat).toBe('Avis\nclair\nnet')
  })

  it('[RE1] no name is offered twice', () => {
    for (const catalogue of Object.values(actFieldCatalogues)) {
      const names = catalogue.map(({ name }) => name)
      expect(names).toEqual([...new Set(names)])
    }
  })
})

describe.each(Object.entries(acts))('%s', (_, make) => {
  const { model, fields } = draftOf(make())
  const catalogue = actFieldCatalogues[model.kind as keyof typeof actFieldCatalogues]

  it('[RE1] fills every field that its catalogue offers', () => {
    expect(unfit(catalogue, fields)).toEqual([])
  })
})

describe.each(Object.values(actTemplates))('the template of $document', ({ document, blocks }) => {
  it('[RE1] uses no field that its catalogue does not offer', () => {
    const catalogue = actFieldCatalogues[document as keyof typeof actFieldCatalogues]
    const offered = new Set(
      catalogue.flatMap(({ name, of }) => [name, ...(of ?? []).map((entry) => entry.name)]),
    )
    const used = readTags(JSON.stringify(blocks).replaceAll(/[{](?=")|(?<=[\]"e\d])[}]/gu, ' '))
      .flatMap((part) => (part.kind === 'text' ? [] : [part.name]))
      .filter((name) => name !== '')
    expect(used.filter((name) => !offered.has(name))).toEqual([])
    expect(used.length).toBeGreaterThan(10)
  })
})

it('[AG2] clauses have an id and a title of their own', () => {
  const ids = agreementClauses.map(({ id }) => id)
  const titles = agreementClauses.map(({ title }) => title)
  expect([ids, titles]).toEqual([[...new Set(ids)], [...new Set(titles)]])
})
