import { expect, it } from 'vitest'
import { followUpFields } from '#shared/domain/documents/follow-up/followUpFields.ts'
import { draftSources } from '#shared/usecases/documents/draftSources.ts'
import { letterheadFields } from '#shared/usecases/documents/drafts/letterheadFields.ts'
import { templateFields } from '#shared/usecases/templates/templateFields.ts'
import { valueOf } from '#tests/sqlite/committeeOnDisk.ts'
import { documentedSession } from './documentedSession.ts'
import { inFile } from './openedBeside.ts'

it('[DM2] a letterhead says the same of a paper before the closing as of an act after it', async () => {
  const committee = await documentedSession()
  const { sessionId } = committee
  // What only a closing knows is empty before it.
  const known = /^(?:emetteur|signataire|recours|tribunal|instance|appel)\./u
  const names = templateFields('letterhead').flatMap(({ name }) => (known.test(name) ? [name] : []))
  const offered = templateFields('letterhead').map(({ name }) => name)
  const [paper, act] = await inFile(committee, (file) => [
    letterheadFields(file, sessionId, '2026-04-02'),
    followUpFields(valueOf(draftSources(file).followUp(sessionId))),
  ])
  expect(names.length).toBeGreaterThan(10)
  expect(offered.filter((name) => !name.startsWith('@') && paper?.[name] === undefined)).toEqual([])
  expect(names.map((name) => [name, paper?.[name]])).toEqual(names.map((name) => [name, act?.[name]]))
})
