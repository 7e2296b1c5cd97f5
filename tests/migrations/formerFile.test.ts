import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readDocument } from '#main/adapters/documents/reading/readDocument.ts'
import { noKeyStore } from '#main/adapters/keys/keyStore.ts'
import { sqliteCommitteeFiles } from '#main/adapters/sqlite/committeeFiles.ts'
import { foldVersionOf } from '#main/adapters/sqlite/file/foldAgain.ts'
import { openDatabase } from '#main/adapters/sqlite/file/openDatabase.ts'
import { unlock } from '#main/adapters/sqlite/file/unlock.ts'
import { migrations } from '#main/adapters/sqlite/migrations/migrations.ts'
import { withoutSpaces } from '#shared/domain/documents/plainText.ts'
import { foldVersion } from '#shared/operations/foldVersion.ts'
import type { CommitteeFile } from '#shared/usecases/ports.ts'
import { type CliDesk, cliDesk } from '#tests/cli/support/cliDesk.ts'
import { codeOf, settings, temporaryFolder, valueOf } from '#tests/sqlite/committeeOnDisk.ts'
import { formerPassphrase, layFormerFile } from './formerFile.ts'

const secret = { kind: 'passphrase', text: formerPassphrase } as const
const opened = async (path: string): Promise<CommitteeFile> =>
  valueOf(await sqliteCommitteeFiles(settings()).open(path, secret))

/** Changes a closed file as no program of ours would. */
async function inDatabase(path: string, sql: string): Promise<void> {
  const { dataKey } = valueOf(await unlock(path, secret, noKeyStore))
  const database = openDatabase(path, dataKey, 'existing')
  database.exec(sql)
  database.close()
}

describe('a file of the program before the session room', () => {
  test('[MIG5] opens, once copied beside itself; its states are folded again and its log is untouched', async () => {
    using folder = temporaryFolder()
    const path = folder.file('ancien.delibere')
    await layFormerFile(path)
    const before = readFileSync(path)
    const file = await opened(path)
    expect(file.doctor().verdict).toBe('conforme')
    const [closed] = file.all('session').filter(({ status }) => status === 'closed')
    expect(closed?.agenda[1]?.outcome?.vote).toMatchObject({ for: 3, blank: 0, spoiled: 0, requestedBy: [] })
    expect(closed).toMatchObject({
      startsAt: null,
      pauses: [],
      rectifications: [],
      closing: { number: 'PV-2026-001' },
    })
    expect(closed?.convocation).toEqual({
      date: '2026-03-01',
      author: 'la présidente',
      sentBy: null,
      proof: '',
    })
    expect(
      file.listCandidatures({
        callId: null,
        search: 'sarz',
        filters: {},
        sort: 'number',
        descending: false,
        offset: 0,
        limit: 9,
      }).total,
    ).toBe(1)
    file.close()
    const copy = 'ancien (avant mise à jour v1).delibere'
    expect(readdirSync(folder.path).sort()).toEqual([copy, 'ancien.delibere'])
    expect(readFileSync(folder.file(copy)).equals(before)).toBe(true)
    // Once brought forward, it opens without another copy.
    ;(await opened(path)).close()
    expect(readdirSync(folder.path)).toHaveLength(2)
  })

  test('[MIG6] at this schema, states of an earlier fold are folded again after a copy, a later fold is refused', async () => {
    using folder = temporaryFolder()
    const path = folder.file('a.delibere')
    await layFormerFile(path)
    const first = await opened(path)
    const sessions = first.all('session')
    const lines = first.listCandidatures({
      callId: null,
      search: '',
      filters: {},
      sort: 'number',
      descending: false,
      offset: 0,
      limit: 9,
    })
    first.close()
    await inDatabase(
      path,
      `UPDATE file_identity SET fold_version = 1;
       UPDATE sessions SET state = json_remove(state, '$.pauses');
       UPDATE dossiers SET state = json_set(state, '$.title', 'Autre');
       UPDATE candidature_list SET title = 'Autre'`,
    )
    const again = await opened(path)
    expect(again.all('session')).toEqual(sessions)
    expect(
      again.listCandidatures({
        callId: null,
        search: '',
        filters: {},
        sort: 'number',
        descending: false,
        offset: 0,
        limit: 9,
      }),
    ).toEqual(lines)
    expect(again.doctor().verdict).toBe('conforme')
    again.close()
    expect(readdirSync(folder.path)).toContain(`a (avant mise à jour v${migrations.length}).delibere`)
    await inDatabase(path, `UPDATE file_identity SET fold_version = ${foldVersion + 1}`)
    expect(codeOf(await sqliteCommitteeFiles(settings()).open(path, secret))).toBe('file.newer-version')
  })

  test('[MIG6] a log that does not fold is refused and the states stay as they were', async () => {
    using folder = temporaryFolder()
    const path = folder.file('a.delibere')
    await layFormerFile(path)
    ;(await opened(path)).close()
    // The second commit (a member) under the name of another: its operation creates what exists already.
    await inDatabase(
      path,
      `UPDATE file_identity SET fold_version = 1;
       UPDATE commits SET body = (SELECT body FROM commits WHERE position = 2) WHERE position = 3;
       UPDATE members SET state = json_remove(state, '$.substituteOf')`,
    )
    expect(codeOf(await sqliteCommitteeFiles(settings()).open(path, secret))).toBe('file.damaged')
    const { dataKey } = valueOf(await unlock(path, secret, noKeyStore))
    const database = openDatabase(path, dataKey, 'existing')
    expect(foldVersionOf(database)).toBe(1)
    const completed = database
      .prepare("SELECT count(*) FROM members WHERE state LIKE '%substituteOf%'")
      .pluck()
    expect(completed.get()).toBe(0)
    database.close()
  })
})

// SHA-256 of the words, spaces left out, of the files that the former program wrote. Its pages had no code at their foot: a
// layout belongs to its program, words to the facts.
const formerWords = {
  minutes: '5cc91e37e7f55e872eb7abb788b3cfe93c3b1c68bf6c23629a65e185cb16833e',
  'decision-record': '1716321227c4896a357d6a3942a0fa08548b08487ec7119d6b10580375cb1cc6',
} as const

describe('[MIG7] the minutes of the program before', () => {
  let desk: CliDesk
  beforeAll(async () => {
    desk = cliDesk()
    await layFormerFile(join(desk.folder, 'ancien.delibere'))
  })
  afterAll(() => desk.remove())

  test.each([
    ['minutes', 'pv.pdf'],
    ['minutes', 'pv.docx'],
    ['decision-record', 'releve.pdf'],
  ] as const)('[MIG7] %s say the same words again: %s', async (document, name) => {
    await desk.done(['report', 'ancien.delibere', document, '--session', 'PV-2026-001', '--out', name])
    const read = await readDocument(new Uint8Array(readFileSync(join(desk.folder, name))))
    const words = createHash('sha256')
      .update(withoutSpaces(read?.text ?? ''))
      .digest('hex')
    expect(words).toBe(formerWords[document])
    const verified = await desk.ask<{ verdict: string }>(['verify', 'ancien.delibere', name])
    expect(verified.verdict).toBe('conforme')
  })
})
