import { PDF } from '@libpdf/core'
import { expect, it, onTestFinished } from 'vitest'
import { cliDesk } from '#tests/cli/support/cliDesk.ts'
import { hasTool } from '#tests/documents/fixtures/outsideTool.ts'
import { sign, testSigner } from '#tests/documents/fixtures/signers.ts'
import { passphrase } from '../smallCommittee.ts'
import { handedIn } from './handedIn.ts'

it.runIf(hasTool('openssl', 'version'))(
  '[VF7] `delibere verify` tells each signature; exit 0 « conforme », 1 otherwise',
  { timeout: 60_000 },
  async () => {
    const committee = await handedIn()
    const { bytes } = await committee.left({}, 'pv.pdf')
    const anne = await testSigner('Anne Le Goff')
    const signed = await sign(bytes, anne, { signingTime: new Date('2027-03-12T13:05:00Z') })
    const path = committee.put(signed, 'pv-signe.pdf')
    const altered = await PDF.load(signed)
    altered.getPage(0)?.drawText('90 000 EUR', { x: 100, y: 300 })
    const changed = committee.put(await altered.save({ incremental: true }), 'pv-change.pdf')
    await committee.get('file.close', {})
    const desk = cliDesk()
    onTestFinished(() => desk.remove())
    const verify = (...words: readonly string[]) =>
      desk.type(['verify', committee.path, ...words], { DELIBERE_PASSPHRASE: passphrase })
    const good = await verify(path)
    expect([good.exitCode, good.stderr]).toEqual([0, ''])
    expect(good.stdout).toContain('signé par Anne Le Goff')
    expect(good.stdout).toContain('✓ Signé électroniquement par Anne Le Goff (Commune de Plouvara)')
    const bad = await verify(changed)
    expect(bad.exitCode).toBe(1)
    expect(bad.stderr).toContain('page 1')
    expect(bad.stderr).toContain('✗ Signature au nom de Anne Le Goff')
    const answer = JSON.parse((await verify(changed, '--json')).stdout)
    expect([answer.ok, answer.code, answer.details.verdict]).toEqual([false, 'document.modified', 'modifié'])
    expect(answer.details.signatures).toHaveLength(1)
  },
)
