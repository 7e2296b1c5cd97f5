import { fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeAuditFile } from '#main/adapters/bundles/writeAuditFile.ts'
import { nodeCrypto, nodeSigner } from '#main/adapters/keys/nodeCrypto.ts'
import { auditExport } from '#main/composition/auditExport.ts'
import { auditLines } from '#shared/operations/audit/auditLines.ts'
import { signCheckpoint } from '#shared/operations/authority/checkpoint.ts'
import type { Entry } from '#shared/operations/authority/entry.ts'
import { memoryRows } from '#shared/operations/authority/memoryRows.ts'
import { emptyLog, headAfter, receiptText } from '#shared/operations/authority/receipts.ts'
import { base64UrlEncode } from '#shared/operations/commitBase64Url.ts'
import { type TestDevice, testDevice } from '#tests/operations/support/device.ts'
import { machineInWords } from './measure/machineInWords.ts'
import { founding, markOperation, sheetScope } from './sync/ours/committee.ts'

// What an audit of a long log costs: one signed mark an entry, by thirty members; each entry is checked whole and judged again.
// node tests/bench/auditLog.ts [entries, 100 000 when absent]

async function measure(entries: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'delibere-audit-'))
  try {
    console.log(machineInWords())
    const path = join(folder, 'log.delibere-journal')
    const written = await writeAuditFile(path, longLog(entries))
    if (!written.ok) throw new Error(JSON.stringify(written.refusal))
    console.log(`${entries} entries, ${(written.value.sizeBytes / 1e6).toFixed(0)} MB compressed`)
    await inItsOwnProcess(path)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The peak of a process that did nothing else. */
function inItsOwnProcess(path: string): Promise<void> {
  return new Promise((done, failed) => {
    const child = fork(import.meta.filename, ['0', path], {
      execArgv: ['--disable-warning=ExperimentalWarning'],
    })
    child.once('exit', (code) => (code === 0 ? done() : failed(new Error(`ended with ${code}`))))
  })
}

async function audit(path: string): Promise<void> {
  const begun = performance.now()
  const report = await auditExport(path, null, () => undefined)
  if (!report.ok || !report.value.conforme) throw new Error(JSON.stringify(report).slice(0, 2_000))
  const { checked, judgedAgain } = report.value
  const { user, system } = process.cpuUsage()
  console.log(
    [
      `${((performance.now() - begun) / 1000).toFixed(1)} s`,
      `${((user + system) / 1e6).toFixed(1)} s of processor`,
      `${((user + system) / 1000 / checked.entries).toFixed(3)} ms an entry`,
      `peak ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`,
      `${checked.commits} signatures, ${judgedAgain} judged again`,
    ].join(', '),
  )
}

/** Line by line: nothing of it is held. */
async function* longLog(entries: number): AsyncGenerator<string> {
  const log = 'centre'
  const devices = Array.from({ length: members }, (_, index) =>
    testDevice(`d-${index + 1}`, `u-d-${index + 1}`),
  )
  const authority = testDevice('centre', 'centre')
  const rows = memoryRows(
    founding(
      log,
      candidatures,
      devices.map(({ enrolled }, index) => ({
        id: enrolled.id,
        user: enrolled.user,
        role: 'member',
        memberId: `m-${index + 1}`,
        publicKey: Buffer.from(enrolled.publicKey, 'base64url').toString('hex'),
        privateKey: '',
      })),
    ),
  )
  const authorityKey = new Uint8Array(Buffer.from(authority.enrolled.publicKey, 'base64url'))
  const subject = { log, of: 'authority', authorityKey, checkpoints: [], rooms: [], at: 1 } as const
  for await (const line of auditLines(rows, subject, nodeCrypto))
    if (!line.startsWith('{"is":"end"')) yield line
  let head = emptyLog(log)
  for (let index = 0; index < entries; index++) {
    const device = devices[index % members] as TestDevice
    const candidature = (Math.floor(index / members) % candidatures) + 1
    const evaluator = `m-${(index % members) + 1}`
    const { kind, entity, data, id } = markOperation(candidature, evaluator, index)
    const commit = device.sign(
      sheetScope(candidature, evaluator),
      [{ id, k: kind, e: entity, d: data as never }],
      {
        follow: { log, epoch: head.epoch },
        base: { g: head.g, r: receiptText(head.r) },
        ms: firstMs + index,
      },
    )
    const { header, body, signature } = commit
    const entry: Entry = {
      ...{ log, epoch: head.epoch, g: head.g + 1, cid: base64UrlEncode(commit.id), verdict: 'ok', code: '' },
      ...{ at: firstMs + index, via: null },
    }
    const next = headAfter(head, entry, nodeCrypto)
    if (next === null) throw new Error('no next place')
    head = next
    const written = {
      header: base64UrlEncode(header),
      body: base64UrlEncode(body),
      signature: base64UrlEncode(signature),
    }
    yield JSON.stringify({ is: 'entry', entry, commit: written })
  }
  const { checkpoint, signature } = signCheckpoint(head, firstMs + entries, nodeSigner(authority.privateKey))
  yield JSON.stringify({ is: 'checkpoint', ...checkpoint, signature: base64UrlEncode(signature) })
  yield JSON.stringify({ is: 'end', entries })
}

const members = 30
const candidatures = 2_000
const firstMs = 1_780_000_000_000

const [, , asked = '100000', audited] = process.argv
if (audited === undefined) await measure(Number(asked))
else await audit(audited)
