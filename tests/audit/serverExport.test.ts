import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { cliDesk } from '#tests/cli/support/cliDesk.ts'
import { foundedCommittee, joinedMember } from '#tests/server/support/foundedCommittee.ts'
import { runningServer, stopServer } from '#tests/server/support/runningServer.ts'
import { rootDir } from '#tests/support/rootDir.ts'

const minute = 60_000

test('[SY36] what a server exports is conforme, its accounts and the file it was founded on included', {
  timeout: minute,
}, async () => {
  const data = mkdtempSync(join(tmpdir(), 'delibere-export-'))
  const desk = cliDesk()
  onTestFinished(() => {
    rmSync(data, { recursive: true, force: true })
    desk.remove()
  })
  const server = await runningServer({ DELIBERE_SERVER_DATA: data })
  const secretary = await foundedCommittee(server.place, server.firstCode ?? '')
  // A person, a device and a mandate: control commits of the centre.
  await joinedMember(secretary, server.place, 'anne')
  await stopServer(server)
  const run = (target: string) =>
    spawnSync(process.execPath, [join(rootDir, 'src-server', 'main.ts'), 'export', target], {
      cwd: rootDir,
      env: { ...process.env, DELIBERE_SERVER_DATA: data },
      encoding: 'utf8',
    })
  const path = join(desk.folder, 'journal.delibere-journal')
  const { status, stdout } = run(path)
  expect(status).toBe(0)
  const key = /autorité : (\S+)$/mu.exec(stdout)?.[1] ?? ''
  const audited = await desk.type(['audit', path, '--key', key], { DELIBERE_PASSPHRASE: '' })
  expect(audited).toMatchObject({ exitCode: 0, stderr: '' })
  expect(audited.stdout).toMatch(/^Conforme\.\nJournal centre\/\S+ : [1-9]\d* entrées/u)
  // A second one never takes the place of the first.
  expect(run(path)).toMatchObject({ status: 1 })
})
