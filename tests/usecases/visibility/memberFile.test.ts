import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { ok } from '#shared/kernel/result.ts'
import { type AggregateKind, entityOf } from '#shared/operations/operation.ts'
import type { CommitteeFile, Transaction } from '#shared/usecases/ports.ts'
import { memberFile } from '#shared/usecases/visibility/memberFile.ts'
import { callOf, gridOf, memberOf } from '#tests/domain/builders.ts'
import {
  act,
  addCandidature,
  codeOf,
  createdFile,
  type Folder,
  temporaryFolder,
  valueOf,
} from '#tests/sqlite/committeeOnDisk.ts'

/**
 * Candidatures c1 and c2, sheets of both members on each; and, unless `twin`, c3 from which m02 is recused, and all that the
 * service writes of the three: letterhead, instruction, Word template, a document that left.
 */
async function fileIn(folder: Folder, name: string, { twin }: { twin: boolean }): Promise<CommitteeFile> {
  const { file } = await createdFile(folder.file(name))
  const numbers = twin ? [1, 2] : [1, 2, 3]
  const { id: _grid, status: _status, ...grid } = gridOf()
  const { id: _call, ...call } = callOf()
  valueOf(
    file.transact(act('Préparation'), (transaction) => {
      valueOf(transaction.emit('grid.draft@1', 'grid/grid-1', grid))
      valueOf(transaction.emit('call.open@1', 'call/call-1', call))
      for (const id of ['m01', 'm02']) {
        const { id: _member, ...member } = memberOf(id)
        valueOf(transaction.emit('member.add@1', entityOf('member', id), member))
      }
      const mark = { kind: 'value' as const, hundredths: 300, comment: 'SCELLÉ' }
      for (const number of numbers) {
        addCandidature(transaction, number, number === 3 ? 'CACHÉ' : `Projet ${number}`, `Commune ${number}`)
        for (const member of ['m01', 'm02']) {
          const data = { gridId: 'grid-1', criterionCode: 'A', mark }
          valueOf(transaction.emit('sheet.mark@1', `sheet/c${number}/${member}`, data))
        }
      }
      const recusal = { reason: 'CACHÉ', legalBasis: '', counting: 'numerator' as const }
      valueOf(transaction.emit('recusal.declare@1', 'recusal/c2/m01', recusal))
      if (twin) return ok(null)
      valueOf(transaction.emit('recusal.declare@1', 'recusal/c3/m02', recusal))
      writePaperwork(transaction)
      return ok(null)
    }),
  )
  return file
}

function writePaperwork(transaction: Transaction): void {
  valueOf(transaction.emit('issuer.change@1', 'issuer/issuer', { set: { name: 'Commune du CACHÉ' } }))
  for (const id of ['c1', 'c2', 'c3'])
    valueOf(
      transaction.emit('instruction.change@1', entityOf('instruction', id), { set: { analysis: 'CACHÉ' } }),
    )
  const sha256 = transaction.putBlob(hiddenBytes)
  const version = { version: 1, sha256, fileName: 'CACHÉ.docx', addedOn: '2026-03-01' }
  valueOf(
    transaction.emit('template.add@1', 'template/template-1', {
      document: 'letter-award',
      name: 'CACHÉ',
      version,
    }),
  )
  valueOf(
    transaction.emit('document.issue@2', 'document/document-1', {
      sessionId: null,
      candidatureId: 'c1',
      document: 'letter-acknowledgement',
      reading: 'full',
      format: 'pdf',
      number: 'CACHÉ',
      sha256,
      factsDigest: sha256,
      contentDigest: sha256,
      madeAt: '2026-03-01T10:00',
      template: { id: 'template-1', version: 1 },
    }),
  )
}

const hiddenBytes = new TextEncoder().encode('CACHÉ')
const hiddenDigest = createHash('sha256').update(hiddenBytes).digest('hex')

const ids = [
  ...['c1', 'c2', 'c3', 'd1', 'd2', 'd3', 'm01', 'm02', 'call-1', 'grid-1'],
  ...['issuer', 'template-1', 'document-1'],
]
const pairs = ['c1', 'c2', 'c3'].flatMap((id) => [`${id}/m01`, `${id}/m02`])
const kinds: readonly AggregateKind[] = [
  'committee',
  'member',
  'grid',
  'call',
  'dossier',
  'candidature',
  'sheet',
  'recusal',
  'session',
  'scenario',
  'import',
  'document',
  'issuer',
  'instruction',
  'template',
]
const everything = {
  callId: null,
  search: '',
  filters: {},
  sort: 'number',
  descending: false,
  offset: 0,
  limit: 500,
} as const

/** Every reading there is: a new one of the port does not compile until it is asked here. */
type Readings = {
  readonly [K in Exclude<
    keyof CommitteeFile,
    'transact' | 'transactInSlices' | 'undo' | 'redo' | 'close' | 'remember' | 'fileId' | 'path'
  >]: (file: CommitteeFile) => unknown
}
const readings: Readings = {
  viewerId: (file) => file.viewerId,
  load: (file) => kinds.map((kind) => [...ids, ...pairs].map((id) => file.load(kind, id))),
  all: (file) => [
    ...[file.all('member'), file.all('call'), file.all('session'), file.all('scenario')],
    ...[file.all('import'), file.all('document'), file.all('issuer'), file.all('template')],
  ],
  candidaturesOfCall: (file) => file.candidaturesOfCall('call-1'),
  sheetsOfCall: (file) => file.sheetsOfCall('call-1'),
  recusalsOfCall: (file) => file.recusalsOfCall('call-1'),
  listCandidatures: (file) => file.listCandidatures(everything),
  lastCandidatureNumber: (file) => file.lastCandidatureNumber('call-1'),
  candidatureNumbered: (file) => [1, 2, 3].map((number) => file.candidatureNumbered('call-1', number)),
  blob: (file) => [file.blob('0'.repeat(64)), file.blob(hiddenDigest)],
  history: (file) =>
    kinds.map((kind) =>
      [...ids, ...pairs].map((id) => file.history(entityOf(kind, id)).map(({ at: _at, ...entry }) => entry)),
    ),
  undoState: (file) => file.undoState(),
  nextActs: (file) => file.nextActs(),
  counts: (file) => file.counts(),
  recall: (file) => file.recall('projection'),
  doctor: (file) => file.doctor(),
}
const readAll = (file: CommitteeFile) =>
  Object.fromEntries(Object.entries(readings).map(([name, read]) => [name, read(file)]))

test('[UC18] every reading of the port is the one of a file without the dossier, the marks of others and their reasons', async () => {
  using folder = temporaryFolder()
  const file = await fileIn(folder, 'a.delibere', { twin: false })
  const twin = await fileIn(folder, 'b.delibere', { twin: true })
  const seen = readAll(memberFile(file, 'm02'))
  expect(seen).toEqual(readAll(memberFile(twin, 'm02')))
  expect(JSON.stringify(seen)).not.toContain('CACHÉ')
  expect(seen.sheetsOfCall).toHaveLength(2)
  expect(seen.counts).toMatchObject({ candidature: 2, dossier: 2, sheet: 2, recusal: 1 })
  expect(seen.lastCandidatureNumber).toBe(2)
  file.close()
  twin.close()
})

test('[UC19] a member appends nothing but his own marks and recusals, whatever the act', async () => {
  using folder = temporaryFolder()
  const file = await fileIn(folder, 'a.delibere', { twin: false })
  const lent = memberFile(file, 'm02')
  const mark = { gridId: 'grid-1', criterionCode: 'A', mark: null }
  const recusal = { reason: '', legalBasis: '', counting: 'numerator' as const }
  const code = (work: Parameters<typeof lent.transact<null>>[1]) => codeOf(lent.transact(act('Essai'), work))
  expect([
    code((t) => t.emit('sheet.mark@1', 'sheet/c1/m01', mark)),
    code((t) => t.emit('sheet.mark@1', 'sheet/c3/m02', mark)),
    code((t) => t.emit('sheet.mark@1', 'sheet/c1/collegial', mark)),
    code((t) => t.emit('recusal.declare@1', 'recusal/c1/m01', recusal)),
    code((t) => t.emit('recusal.lift@1', 'recusal/c3/m02', { reason: 'regret' })),
    code((t) => t.emit('dossier.change@1', 'dossier/d1', { set: { title: 'Autre' } })),
    code((t) => t.emit('aggregate.revert@1', 'sheet/c1/m02', { toVersion: 0 })),
    code((t) => t.emit('issuer.change@1', 'issuer/issuer', { set: { name: 'Autre' } })),
    code((t) => t.emit('instruction.change@1', 'instruction/c1', { set: { analysis: 'Autre' } })),
    code((t) => t.emit('template.use@1', 'template/template-1', { version: null })),
    codeOf(lent.undo({ userId: 'secretary' })),
    codeOf(
      await lent.transactInSlices(
        act('Import'),
        function* () {
          yield { done: 0, total: 1 }
          return ok(null)
        },
        { onProgress: () => {}, signal: { aborted: false } },
      ),
    ),
    code((t) => t.emit('sheet.mark@1', 'sheet/c1/m02', mark)),
  ]).toEqual([...Array(10).fill('view.not-allowed'), 'undo.nothing', 'view.not-allowed', 'ok'])
  expect(file.history('sheet/c1/m02')[0]?.userId).toBe('m02')
  // Within the act that declares it, the recusal already hides.
  const within = lent.transact(act('Déport'), (transaction) => {
    valueOf(transaction.emit('recusal.declare@1', 'recusal/c1/m02', recusal))
    return ok([transaction.load('candidature', 'c1'), transaction.candidaturesOfCall('call-1').length])
  })
  expect(within).toEqual(ok([null, 1]))
  expect(lent.candidaturesOfCall('call-1').map(({ candidature }) => candidature.id)).toEqual(['c2'])
  expect(file.doctor().verdict).toBe('conforme')
  file.close()
})
