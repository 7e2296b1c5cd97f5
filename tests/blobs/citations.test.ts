import { describe, expect, test } from 'vitest'
import type { Session } from '#shared/domain/session/session.ts'
import { openDraft } from '#shared/operations/authority/draft.ts'
import { blobsCitedBy } from '#shared/operations/blobs/blobsCitedBy.ts'
import { readsCitation } from '#shared/operations/blobs/readsCitation.ts'
import {
  mark,
  openWorld,
  type Person,
  people,
  recusalDeclared,
  sheetScope,
  type World,
} from '#tests/operations/support/committee.ts'
import { outcomeNow, readyToClose, samplesOn } from '#tests/operations/support/samples.ts'

const persons = Object.keys(people) as Person[]
const digest = 'd'.repeat(64)
const other = 'e'.repeat(64)

/** Who is given the bytes that this commit, or this aggregate, cites. */
const whoReads = (world: World, source: string): readonly Person[] =>
  persons.filter((person) => readsCitation(openDraft(world.store), `d-${person}`, [source]))

/** The identifier of the last commit of the log. */
const lastOf = (world: World): string =>
  world.store.row('entry', String(world.store.row('log', 'log')?.g))?.entry.cid ?? ''

function closedWorld(): World {
  const world = openWorld()
  const done = (verdict: string): void => expect(verdict).toBe('ok')
  const outcome = outcomeNow(world, 1)
  const decides = { k: 'session.decide@1', e: 'session/ses-1', d: { itemId: 'item-1', outcome } }
  done(world.verdict('secretary', 'session/ses-1/dossier/dos-1', decides))
  for (const { scope, operation } of readyToClose(world)) done(world.verdict('secretary', scope, operation))
  const { scope, operation } = samplesOn(world)['session.close@1']
  done(world.verdict('chair', scope, operation))
  return world
}

describe('what gives a right to the bytes', () => {
  test('[BL13] the facts of a closing hold every point and every mark: who is told all of the session has them, nobody else', () => {
    const world = closedWorld()
    const closing = lastOf(world)
    expect((world.store.row('aggregate', 'session/ses-1')?.state as Session | undefined)?.status).toBe(
      'closed',
    )
    expect(whoReads(world, closing)).toEqual(['secretary', 'chair'])
    expect(whoReads(world, 'session/ses-1')).toEqual(['secretary', 'chair'])
  })

  test('[BL13] who is recused from one point has neither its facts nor the papers of the whole session', () => {
    const world = openWorld()
    world.act('secretary', 'recusal/m-chair', { ...recusalDeclared(1, 'm-chair'), ob: 'm-chair' })
    const issue = { document: 'minutes', format: 'pdf', reading: 'full', number: '', contentDigest: null }
    const paper = { ...issue, sessionId: 'ses-1', candidatureId: null, sha256: digest, factsDigest: other }
    const issued = {
      k: 'document.issue@2',
      e: 'document/doc-1',
      d: { ...paper, madeAt: '', template: null },
    }
    expect(world.verdict('secretary', 'office', issued)).toBe('ok')
    expect(whoReads(world, lastOf(world))).toEqual(['secretary', 'instructor'])
    expect(whoReads(world, 'document/doc-1')).toEqual(['secretary', 'instructor'])
    expect(whoReads(world, 'session/ses-1')).toEqual(['secretary'])
  })

  test('[BL13] a paper cites its file, what it was drawn from and the pictures in it: it is drawn again elsewhere with its logo', () => {
    const [file = '', content = '', logo = ''] = ['1', '2', '3'].map((each) => each.repeat(64))
    const paper = {
      document: 'letter-award',
      format: 'pdf',
      reading: 'full',
      number: '',
      madeAt: '',
    } as const
    const of = { sessionId: null, candidatureId: 'cand-1', template: null, factsDigest: other }
    const d = { ...paper, ...of, sha256: file, contentDigest: content, pictureDigests: [logo] }
    expect(blobsCitedBy({ e: 'document/doc-1', d })).toEqual([file, content, logo])
  })

  test('[BL13] a digest that somebody writes in a comment cites nothing: who knows one does not have its bytes', () => {
    const world = openWorld()
    const writes = mark(1, 'm-anne', 1500)
    const { gridId, criterionCode } = writes.d as { gridId: string; criterionCode: string }
    const d = { gridId, criterionCode, mark: { kind: 'value', hundredths: 1500, comment: digest } } as const
    expect(world.verdict('anne', sheetScope(1, 'm-anne'), { ...writes, d })).toBe('ok')
    expect(blobsCitedBy({ e: writes.e, d })).toEqual([])
    expect(blobsCitedBy({ e: 'session/ses-1', d: { discussion: digest } })).toEqual([])
    expect(blobsCitedBy({ e: 'session/ses-1', d: { at: '', factsDigest: digest } })).toEqual([digest])
    // The facts behind a document are those of its session, not of who reads the document.
    expect(blobsCitedBy({ e: 'document/d', d: { sha256: digest, factsDigest: other } })).toEqual([digest])
  })
})
