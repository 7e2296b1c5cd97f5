import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { act, valueOf } from '#tests/sqlite/committeeOnDisk.ts'
import { closedSession } from './documentedSession.ts'
import { inFile } from './openedBeside.ts'

it('[MIG5] [DM4] an export of an earlier program is still listed and known to the byte; its content was not kept', async () => {
  const committee = await closedSession()
  const { get, refusalOf, folder, sessionId } = committee
  const { bytes } = await get('document.preview', { sessionId, document: 'minutes', format: 'pdf' })
  const path = join(folder, 'pv.pdf')
  writeFileSync(path, bytes)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const factsDigest = 'a'.repeat(64)
  const state = await inFile(committee, (file) => {
    valueOf(
      file.transact(act('Export : Procès-verbal', false), (transaction) =>
        transaction.emit('document.issue@1', 'document/ancien', {
          sessionId,
          document: 'minutes',
          format: 'pdf',
          sha256,
          factsDigest,
        }),
      ),
    )
    return file.load('document', 'ancien')?.state
  })
  expect(state).toEqual({
    id: 'ancien',
    sessionId,
    candidatureId: null,
    document: 'minutes',
    reading: 'full',
    format: 'pdf',
    number: '',
    sha256,
    factsDigest,
    contentDigest: null,
    pictureDigests: [],
    madeAt: '',
    template: null,
    returned: [],
  })
  const { documents } = await get('document.board', { sessionId })
  expect(documents.find(({ document }) => document === 'minutes')?.issues).toEqual([
    {
      id: 'ancien',
      document: 'minutes',
      reading: 'full',
      format: 'pdf',
      number: '',
      madeAt: '',
      sha256,
      template: null,
      isKept: false,
      returned: [],
    },
  ])
  expect(await refusalOf('document.again', { issueId: 'ancien', path: `${path}.bis` })).toBe(
    'document.not-kept',
  )
  expect(await get('document.verify', { path })).toMatchObject({ verdict: 'conforme', sessionId })
  expect(await get('file.doctor', {})).toEqual({ sound: true, verdict: 'conforme' })
})
