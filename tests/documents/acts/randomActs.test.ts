import fc from 'fast-check'
import { expect, it } from 'vitest'
import { instanceTypes } from '#shared/domain/committee/committee.ts'
import { closingLeaf } from '#shared/domain/documents/follow-up/closingLeaf.ts'
import { examinedList } from '#shared/domain/documents/follow-up/examinedList.ts'
import type { FollowUpFacts } from '#shared/domain/documents/follow-up/followUpFacts.ts'
import { resolution } from '#shared/domain/documents/follow-up/resolution.ts'
import type { TableBlock } from '#shared/domain/documents/model.ts'
import { plainText, textOfRuns } from '#shared/domain/documents/plainText.ts'
import { frenchAmount } from '#shared/domain/documents/typography.ts'
import { issuerKinds } from '#shared/domain/issuer/issuer.ts'
import type { ItemFacts, SessionFacts } from '#shared/domain/session/sessionFacts.ts'
import { cents } from '#shared/kernel/cents.ts'
import { councilFollowUp, making } from '../fixtures/acts.ts'
import { meetingFacts } from '../fixtures/sessionFacts.ts'

const words = fc.string({ unit: fc.constantFrom(...'abcéœ ’-«»;:!?{}#/^€\n'), maxLength: 40 })

const mostly = <T>(usual: T, rare: T): fc.Arbitrary<T> =>
  fc.oneof({ weight: 30, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constant(rare) })

const [, sample] = meetingFacts.items
const outcome = sample?.outcome
const vote = outcome?.vote
const candidature = sample?.candidature
if (sample === undefined || outcome == null || vote == null || candidature == null)
  throw new Error('no sample')

const item = (number: number): fc.Arbitrary<ItemFacts> =>
  fc
    .record({
      kind: fc.constantFrom('candidature', 'free', 'hearing', 'milestone'),
      applicant: words.map((said) => `A${said}`),
      identifier: fc.constantFrom('', '21560015600015'),
      title: words.map((said) => `T${said}`),
      debate: words,
      opinion: fc.constantFrom('favourable', 'reserved', 'unfavourable', 'deferred', 'inadmissible'),
      amountCents: fc.option(fc.integer({ min: 0, max: 1e13 })),
      conditions: words,
      waitingList: fc.boolean(),
      hasVote: mostly(true, false),
      method: fc.constantFrom('show-of-hands', 'roll-call', 'secret'),
      counts: fc.tuple(fc.nat(9), fc.nat(9), fc.nat(9), fc.nat(3)),
      recused: fc.boolean(),
    })
    .map(
      ({ counts: [inFavour, against, abstention, notTakingPart], ...own }): ItemFacts => ({
        ...sample,
        kind: own.kind,
        title: own.title,
        debate: own.debate,
        candidature:
          own.kind === 'free'
            ? null
            : { ...candidature, number, applicant: own.applicant, identifier: own.identifier },
        hearing: own.kind === 'hearing' ? { guest: 'X', questioner: null, plannedMinutes: null } : null,
        recusals: own.recused
          ? [
              {
                member: 'Anne Le Goff',
                capacity: '',
                leftAt: '18:00',
                returnedAt: '18:10',
                counting: 'numerator',
                status: null,
              },
            ]
          : [],
        outcome: {
          ...outcome,
          opinion: own.opinion,
          amountCents: own.amountCents === null ? null : cents(own.amountCents),
          conditions: own.conditions,
          waitingList: own.waitingList,
          waitingRank: own.waitingList ? number : null,
          funding: [],
          vote: own.hasVote
            ? {
                ...vote,
                method: own.method,
                for: inFavour,
                against,
                abstention,
                notTakingPart,
                named:
                  own.method === 'roll-call' ? [{ member: 'Anne Le Goff', ballot: 'for' as const }] : null,
              }
            : null,
        },
      }),
    )

const followUp: fc.Arbitrary<FollowUpFacts> = fc
  .record({
    items: fc
      .integer({ min: 0, max: 8 })
      .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => item(index + 1)))),
    type: fc.constantFrom(...instanceTypes),
    kind: fc.constantFrom(...issuerKinds),
    authority: words.map((said) => `le c${said}`),
    year: fc.integer({ min: 2022, max: 2032 }),
    hasAct: mostly(true, false),
    line: mostly('chapitre 204', ''),
  })
  .map(({ items, type, kind, authority, year, hasAct, line }) => ({
    ...councilFollowUp,
    issuer: { ...councilFollowUp.issuer, kind },
    act: hasAct ? councilFollowUp.act : null,
    budgetLines: Object.fromEntries(items.map((_, index) => [String(index + 1), line])),
    session: {
      ...meetingFacts,
      ranking: [],
      date: `${year}-12-01`,
      instance: { ...meetingFacts.instance, type, decidingAuthority: authority },
      items: items.map((one) => ({
        ...one,
        candidature: one.candidature && { ...one.candidature, rank: null, score: null },
      })),
    } satisfies SessionFacts,
  }))

it('[DC1] whatever a session held, an act is drawn or refused with its reasons, never thrown, and its total is that of its lines', () => {
  const drawn = { resolution: 0, others: 0 }
  fc.assert(
    fc.property(followUp, (facts) => {
      for (const make of [resolution, closingLeaf, examinedList]) {
        const made = make(facts, making)
        if (!made.ok) {
          expect(['document.missing-items', 'document.not-for-this']).toContain(made.refusal.code)
          continue
        }
        expect(plainText(made.value.model)).not.toMatch(/undefined|NaN|\[object/u)
        if (make !== resolution) {
          drawn.others += 1
          continue
        }
        drawn.resolution += 1
        const awards = made.value.model.blocks.find(
          (block): block is TableBlock => block.type === 'table' && block.caption === 'Aides attribuées',
        )
        const printed = (awards?.rows ?? []).map(({ cells }) => textOfRuns(cells[4] ?? []))
        const given = facts.session.items.flatMap((one) =>
          one.kind === 'candidature' &&
          one.outcome !== null &&
          ['favourable', 'reserved'].includes(one.outcome.opinion) &&
          !one.outcome.waitingList &&
          (one.outcome.amountCents ?? 0) > 0
            ? [one.outcome.amountCents ?? 0]
            : [],
        )
        expect(printed).toEqual([...given.map(frenchAmount), frenchAmount(given.reduce((a, b) => a + b, 0))])
      }
    }),
    { numRuns: 1500, seed: 20_261_201 },
  )
  expect(drawn.resolution).toBeGreaterThan(150)
  expect(drawn.others).toBeGreaterThan(1000)
})
