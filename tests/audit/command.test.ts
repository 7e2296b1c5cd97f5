import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import { writeAuditFile } from '#main/adapters/bundles/writeAuditFile.ts'
import { nodeCrypto } from '#main/adapters/keys/nodeCrypto.ts'
import { auditLines } from '#shared/operations/audit/auditLines.ts'
import { cliDesk } from '#tests/cli/support/cliDesk.ts'
import { changed, closed, indexOf, opened } from './support/forger.ts'
import { honestDay } from './support/honestDay.ts'

const desk = cliDesk()
afterAll(() => desk.remove())
const day = honestDay()
const name = 'Journal du comité.delibere-journal'
const written = await writeAuditFile(join(desk.folder, name), auditLines(day.store, day.subject, nodeCrypto))
const lines = gunzipSync(readFileSync(join(desk.folder, name)))
  .toString()
  .split('\n')

describe('delibere audit', () => {
  test('[SY36] says « conforme », exit code 0, without a passphrase', async () => {
    expect(written.ok).toBe(true)
    const { exitCode, stdout, stderr } = await desk.type(['audit', name], { DELIBERE_PASSPHRASE: '' })
    expect([exitCode, stderr]).toEqual([0, ''])
    expect(stdout.split('\n')[0]).toBe('Conforme.')
    expect(stdout).toContain('À regarder : écriture 1, poste d-guest : le poste a signé deux écritures')
    expect(stdout).toContain('Effacé sur ordre : 1 contenu.')
  })

  test('[SY36] says each fault in French with its place, exit code 1; the same in JSON', async () => {
    const accepted = changed(
      opened(lines.slice(0, -1)),
      indexOf(opened(lines.slice(0, -1)), ({ entry }) => entry.verdict === 'late'),
      (line) => (line.is === 'entry' ? { ...line, entry: { ...line.entry, verdict: 'ok', code: '' } } : line),
    )
    // Plain text is read too: whoever controls may look into it.
    writeFileSync(join(desk.folder, 'forgé.txt'), closed(accepted, day.authority).join('\n'))
    const { exitCode, stderr } = await desk.type(['audit', 'forgé.txt'])
    expect(exitCode).toBe(1)
    expect(stderr).toMatch(/^Non conforme : \d+ fautes?\.\n/u)
    expect(stderr).toMatch(
      /✗ entrée \d+, écriture \d+, poste d-bruno, objet sheet\/can-1\/m-bruno : appliqué après la clôture/u,
    )
    const json = JSON.parse((await desk.type(['audit', 'forgé.txt', '--json'])).stdout) as { code: string }
    expect(json.code).toBe('audit.not-sound')
  })

  test('[SY36] a file cut, not compressed as it says, or absent is refused', async () => {
    const whole = readFileSync(join(desk.folder, name))
    writeFileSync(join(desk.folder, 'coupé'), whole.subarray(0, whole.length / 2))
    const cut = JSON.parse((await desk.type(['audit', 'coupé', '--json'])).stdout) as { code: string }
    expect(cut.code).toBe('file.damaged')
    const none = JSON.parse((await desk.type(['audit', 'absent', '--json'])).stdout) as { code: string }
    expect(none.code).toBe('file.missing')
    expect((await desk.type(['audit', name, '--key', 'A'.repeat(43)])).exitCode).toBe(1)
  })

  test('[SY36] an export never takes the place of a file', async () => {
    const again = await writeAuditFile(
      join(desk.folder, name),
      auditLines(day.store, day.subject, nodeCrypto),
    )
    expect(again).toEqual({
      ok: false,
      refusal: { code: 'file.exists', details: { path: join(desk.folder, name) } },
    })
  })
})
