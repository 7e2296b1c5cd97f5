import { copyFileSync } from 'node:fs'
import type { Database } from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sqliteCommitteeFiles } from '#main/adapters/sqlite/committeeFiles.ts'
import { type SpaceRows, spaceRows } from '#main/adapters/sqlite/sync/spaceRows.ts'
import type { Rows, Table } from '#shared/operations/authority/rows.ts'
import { foldVersion } from '#shared/operations/foldVersion.ts'
import type { ShareableFile } from '#shared/usecases/ports.ts'
import {
  act,
  createdFile,
  type Folder,
  openedFile,
  settings,
  temporaryFolder,
  valueOf,
  withCandidature,
} from './committeeOnDisk.ts'
import { tamper } from './rawDatabase.ts'
import { sharedWorld, withCommittee } from './sharedWorld.ts'

let folder: Folder
let reference: string

const retitle = (file: ShareableFile, title: string) =>
  valueOf(
    file.transact(act('Titre'), (transaction) =>
      transaction.emit('dossier.change@1', 'dossier/d1', { set: { title } }),
    ),
  )

beforeAll(async () => {
  folder = temporaryFolder()
  reference = folder.file('référence.delibere')
  const { file } = await createdFile(reference)
  withCommittee(file)
  withCandidature(file, 1, 'un', 'Berric')
  const world = sharedWorld(file)
  retitle(file, 'deux')
  retitle(file, 'trois')
  world.push(file)
  world.pull(file)
  const titled = { k: 'dossier.change@1', e: 'dossier/d1', x: 1, d: { set: { title: 'du greffe' } } }
  expect(world.verdict('clerk', 'dossier/d1', titled)).toBe('ok')
  world.pull(file)
  retitle(file, 'en attente')
  valueOf(
    file.sharing.hubs.open('l1', [
      { table: 'lease', key: 'l1', row: lease },
      { table: 'log', key: 'log', row: { log: 'lease/l1', epoch: 0, g: 0, r: new Uint8Array(32) } },
    ]),
  )
  file.close()
})
afterAll(() => folder[Symbol.dispose]())

let copies = 0
async function verdictAfter(change: (database: Database, copy: SpaceRows) => void): Promise<string> {
  const path = folder.file(`${++copies}.delibere`)
  copyFileSync(reference, path)
  await tamper(path, (database) => change(database, spaceRows(database, 'copy')))
  const file = await openedFile(path)
  const report = file.doctor()
  file.close()
  expect(report.sound).toBe(report.verdict === 'conforme')
  return report.verdict
}
/** Changes the first row of a table whose key fits. */
const change =
  <T extends Table>(table: T, key: RegExp, next: (row: Rows[T]) => Rows[T] | null) =>
  (_database: Database, copy: SpaceRows): void => {
    const [found] = [...copy.scan(table)].filter(([each]) => key.test(each))
    if (found === undefined) throw new Error(`no row ${key} in ${table}`)
    copy.apply([{ table, key: found[0], row: next(found[1]) } as never])
  }
const flipped = (bytes: Uint8Array): Uint8Array => bytes.map((byte, at) => (at === 3 ? byte ^ 1 : byte))

describe('the doctor on a shared file', () => {
  test('[SHF10] finds nothing in what this program wrote, and counts what it looked at', async () => {
    const path = folder.file('sain.delibere')
    copyFileSync(reference, path)
    const file = await openedFile(path)
    // Alone: two commits. Shared: three of its own, and three that came back or came from the centre.
    expect(file.doctor()).toEqual({
      sound: true,
      verdict: 'conforme',
      checked: { commits: 8, operations: 11, aggregates: 8 },
    })
    file.close()
  })

  test('[SHF10] holds what is awaited from others for no damage, and what lacks for one', async () => {
    const digest = 'ab'.repeat(32)
    const verdictWith = async (isNoted: boolean) => {
      const path = folder.file(`${++copies}.delibere`)
      copyFileSync(reference, path)
      if (isNoted)
        await tamper(path, (database) => {
          database.prepare('INSERT INTO sync_awaited_blobs (sha256) VALUES (?)').run(digest)
        })
      const asked = (sha256: string, isAwaited: (sha256: string) => boolean) =>
        isAwaited(sha256) ? null : `${sha256} manque`
      const files = sqliteCommitteeFiles(
        settings({ invariants: [(_reader, isAwaited) => asked(digest, isAwaited)] }),
      )
      const file = await openedFile(path, files)
      const { verdict } = file.doctor()
      file.close()
      return verdict
    }
    expect([await verdictWith(true), await verdictWith(false)]).toEqual(['conforme', `${digest} manque`])
  })

  test.each([
    ['a receipt is another one', change('heard', /\/2$/, (row) => ({ ...row, r: flipped(row.r) })), 'reçus'],
    ['the last receipt lacks', change('heard', /\/3$/, () => null), 'le reçu de la position 3 manque'],
    [
      'an entry says another verdict',
      change('heard', /\/2$/, ({ entry, r }) => ({ entry: { ...entry, verdict: 'late' }, r })),
      'reçus',
    ],
    ['the cursor is ahead of its rows', change('cursor', /centre/, (row) => ({ ...row, g: 2 })), 'dépasse'],
    [
      'the cursor has another receipt',
      change('cursor', /centre/, (row) => ({ ...row, r: flipped(row.r) })),
      'ne porte pas son reçu',
    ],
    ['an own commit lacks', change('own', /\/2$/, () => null), 'n° 2'],
    [
      'an own commit was altered',
      change('own', /\/3$/, (row) => ({ ...row, commit: { ...row.commit, body: flipped(row.commit.body) } })),
      'modifié',
    ],
    [
      'an own signature is false',
      change('own', /\/1$/, (row) => ({
        ...row,
        commit: { ...row.commit, signature: flipped(row.commit.signature) },
      })),
      'signature',
    ],
    ['the chain ends elsewhere', change('ownHead', /own/, (row) => ({ ...row, seq: 2 })), 'ne finit pas'],
    ['what is to be sent is not shown', change('pendingOn', /d1/, () => null), 'envoyer'],
    [
      'a received commit was altered',
      change('commit', /./, (row) => ({ ...row, commit: { ...row.commit, body: flipped(row.commit.body) } })),
      'modifié',
    ],
    [
      'a confirmed state is another one',
      change('aggregate', /dossier\/d1/, (row) => ({
        ...row,
        state: { ...row.state, title: 'faux' } as never,
      })),
      'Le dossier d1',
    ],
    ['a state lacks', change('aggregate', /member\/m-anne/, () => null), 'm-anne'],
  ] as const)('[SHF10] names it when %s', async (_what, tampering, said) => {
    expect(await verdictAfter(tampering as Parameters<typeof verdictAfter>[0])).toContain(said)
  })

  test('[SHF10] names it when what is shown is not what the copy says, or is in no copy', async () => {
    expect(
      await verdictAfter((database) =>
        database.exec("UPDATE dossiers SET state = json_set(state, '$.title', 'Faux') WHERE id = 'd1'"),
      ),
    ).toBe('Le dossier d1 (version 5) ne correspond pas à la copie partagée (version 5).')
    expect(
      await verdictAfter((database) =>
        database.exec("INSERT INTO dossiers (id, version, state) VALUES ('d9', 1, '{}')"),
      ),
    ).toBe('Le dossier d9 est montré alors que la copie partagée n’en dit rien.')
    expect(
      await verdictAfter((database) =>
        spaceRows(database, 'hub/l1').apply([
          { table: 'log', key: 'log', row: { log: 'lease/l1', epoch: 0, g: 1, r: new Uint8Array(32) } },
        ]),
      ),
    ).toBe('Salle l1 : la suite des reçus est rompue en position 1.')
  })

  test('[SHF1, MIG6] states of an earlier fold are folded again from what was written alone and what is held since', async () => {
    const path = folder.file('ancien.delibere')
    copyFileSync(reference, path)
    const before = await openedFile(path)
    const { dossier, member } = {
      dossier: before.load('dossier', 'd1'),
      member: before.load('member', 'm-anne'),
    }
    before.close()
    await tamper(path, (database) => {
      database.exec('UPDATE file_identity SET fold_version = 1')
      database.exec("UPDATE dossiers SET state = json_set(state, '$.title', 'Faux') WHERE id = 'd1'")
      const copy = spaceRows(database, 'copy')
      for (const entity of ['dossier/d1', 'member/m-anne'])
        for (const table of ['aggregate', 'base'] as const) {
          const row = copy.row(table, entity)
          if (row !== null)
            copy.apply([
              {
                table,
                key: entity,
                row: { ...row, state: { ...row.state, description: 'faux', lastName: 'faux' } as never },
              },
            ])
        }
    })
    const again = await openedFile(path)
    expect([again.load('dossier', 'd1'), again.load('member', 'm-anne')]).toEqual([dossier, member])
    expect(again.doctor().verdict).toBe('conforme')
    again.close()
    await tamper(path, (database) => {
      expect(database.prepare('SELECT fold_version FROM file_identity').pluck().get()).toBe(foldVersion)
    })
  })
})

const lease = {
  id: 'l1',
  session: 's1',
  dossiers: [],
  hub: 'd',
  successors: [],
  g: 0,
  from: 0,
  to: 1,
  emergency: false,
  standing: 'open',
  endedG: null,
} as const
