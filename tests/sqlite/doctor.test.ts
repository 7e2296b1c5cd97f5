import { createHash } from 'node:crypto'
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import type { Database } from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sqliteCommitteeFiles } from '#main/adapters/sqlite/committeeFiles.ts'
import { ok } from '#shared/kernel/result.ts'
import { entityOf } from '#shared/operations/operation.ts'
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

let folder: Folder
let reference: string

beforeAll(async () => {
  folder = temporaryFolder()
  reference = folder.file('référence.delibere')
  const { file } = await createdFile(reference)
  for (const number of [1, 2, 3]) withCandidature(file, number, `Projet ${number}`, `Commune ${number}`)
  valueOf(
    file.transact(act('Titre'), (transaction) =>
      transaction.emit('dossier.change@1', entityOf('dossier', 'd1'), { set: { title: 'Portail' } }),
    ),
  )
  valueOf(file.undo({ userId: 'secretary' }))
  valueOf(
    file.transact(act('Note'), (transaction) => {
      transaction.putBlob(new TextEncoder().encode('faits'))
      return transaction.emit('sheet.mark@1', entityOf('sheet', 'c1/m1'), {
        gridId: 'g',
        criterionCode: 'PERT',
        mark: { kind: 'value', hundredths: 300, comment: '' },
      })
    }),
  )
  file.close()
})
afterAll(() => folder[Symbol.dispose]())

let copies = 0
async function verdictAfter(change: (database: Database) => void): Promise<string> {
  const path = folder.file(`${++copies}.delibere`)
  copyFileSync(reference, path)
  await tamper(path, change)
  const file = await openedFile(path)
  const report = file.doctor()
  file.close()
  expect(report.sound).toBe(report.verdict === 'conforme')
  return report.verdict
}
const sql = (text: string) => verdictAfter((database) => database.exec(text))
/** Changes the signed bytes of a commit, keeping their length. */
const rewrite =
  (column: 'header' | 'body', position: number, from: string, to: string) => (database: Database) => {
    const bytes = database
      .prepare(`SELECT ${column} FROM commits WHERE position = ?`)
      .pluck()
      .get(position) as Buffer
    const changed = Buffer.from(bytes.toString('utf8').replace(from, to))
    expect(changed.equals(bytes)).toBe(false)
    database.prepare(`UPDATE commits SET ${column} = ? WHERE position = ?`).run(changed, position)
  }

describe('[DOC1] the doctor names the first broken thing', () => {
  test('[DOC1] nothing was touched', async () => {
    expect(await verdictAfter(() => {})).toBe('conforme')
  })

  test('[DOC1] log: contents, headers, signatures, order, holes', async () => {
    expect(await verdictAfter(rewrite('body', 2, 'Projet 2', 'Projet 9'))).toMatch(
      /^Journal, position 2 \(appareil .+, n° 2\) : le contenu a été modifié après la signature\.$/,
    )
    expect(await verdictAfter(rewrite('header', 2, 'secretary', 'president'))).toMatch(
      /^Journal, position 2 .* : l’identifiant n’est pas l’empreinte de l’en-tête\.$/,
    )
    const rehash = (database: Database) => {
      rewrite('header', 2, 'secretary', 'president')(database)
      const header = database.prepare('SELECT header FROM commits WHERE position = 2').pluck().get() as Buffer
      database
        .prepare('UPDATE commits SET id = ? WHERE position = 2')
        .run(createHash('sha256').update(header).digest())
    }
    expect(await verdictAfter(rehash)).toMatch(/^Journal, position 2 .* : la signature est fausse\.$/)
    expect(await sql('UPDATE commits SET signature = zeroblob(64) WHERE position = 3')).toMatch(
      /^Journal, position 3 .* : la signature est fausse\.$/,
    )
    expect(
      await sql('DELETE FROM operations WHERE commit_position = 6; DELETE FROM commits WHERE position = 6'),
    ).toBe('La fiche d’évaluation c1/m1 manque dans le journal.')
    expect(
      await sql('DELETE FROM operations WHERE commit_position = 2; DELETE FROM commits WHERE position = 2'),
    ).toBe('Il manque l’enregistrement en position 2 du journal.')
    expect(
      await sql(`DELETE FROM operations WHERE commit_position = 2; DELETE FROM commits WHERE position = 2;
        UPDATE operations SET commit_position = -commit_position WHERE commit_position > 2;
        UPDATE operations SET commit_position = -commit_position - 1 WHERE commit_position < 0;
        UPDATE commits SET position = position - 1 WHERE position > 2`),
    ).toMatch(/^Journal, position 2 .* : la suite de l’appareil est rompue : le n° 2 était attendu\.$/)
    expect(await sql('UPDATE devices SET public_key = randomblob(32)')).toMatch(
      /^Journal, position 1 .* : la signature est fausse\.$/,
    )
    expect(await sql("UPDATE operations SET entity = 'dossier/d9' WHERE entity = 'dossier/d3'")).toMatch(
      /^Journal, position 3 .* : l’opération 1 \(dossier\/d3\) est mal rangée dans l’index\.$/,
    )
  })

  test('[DOC1] folded states, their columns, what is missing and what is too many', async () => {
    expect(
      await sql(`UPDATE dossiers SET state = replace(state, 'Projet 2', 'Projet 9') WHERE id = 'd2'`),
    ).toBe('Le dossier d2 (version 1) ne correspond pas au journal (version 1).')
    expect(await sql(`UPDATE sheets SET state = replace(state, '300', '500')`)).toBe(
      'La fiche d’évaluation c1/m1 (version 1) ne correspond pas au journal (version 1).',
    )
    expect(await sql("UPDATE candidatures SET number = 9 WHERE id = 'c3'")).toBe(
      'La candidature c3 : les colonnes qui servent aux listes ne correspondent pas au journal.',
    )
    expect(await sql("DELETE FROM dossiers WHERE id = 'd3'")).toBe(
      'Le dossier d3 manque dans la base alors que le journal en parle.',
    )
    expect(await sql(`INSERT INTO members VALUES ('m9', 1, '{}')`)).toBe(
      'Le membre m9 manque dans le journal.',
    )
  })

  test('[DOC1] lists, search and kept bytes', async () => {
    expect(await sql("UPDATE candidature_list SET applicant = 'Autre' WHERE candidature_id = 'c2'")).toBe(
      'La liste ne montre pas la candidature c2 telle qu’elle est.',
    )
    expect(
      await sql('DELETE FROM candidature_text WHERE place = 2; DELETE FROM candidature_list WHERE place = 2'),
    ).toBe('La liste ne montre pas la candidature c2 telle qu’elle est.')
    expect(
      await sql(
        "INSERT INTO candidature_search (candidature_search, rowid, search_text) VALUES ('delete', 1, 'projet')",
      ),
    ).toBe('L’index de recherche ne correspond pas aux candidatures.')
    const digest = createHash('sha256').update('faits').digest('hex')
    expect(await sql("UPDATE blobs SET bytes = x'00'")).toBe(
      `Le contenu conservé sous l’empreinte ${digest} a été modifié.`,
    )
  })

  test('[DOC1] foreign keys', async () => {
    expect(await sql('DELETE FROM acts WHERE id = 1')).toMatch(
      /^La table operations \(ligne .+\) renvoie à acts, où rien ne lui correspond\.$/,
    )
  })

  test('[DOC2] a page whose bytes changed on the disk, whichever it is', async () => {
    const whole = readFileSync(reference)
    const pages = whole.length / 4096
    const verdicts: string[] = []
    for (let page = 6; page <= pages; page += 3) {
      const path = folder.file('page.delibere')
      const bytes = Buffer.from(whole)
      const offset = (page - 1) * 4096 + 1000
      bytes[offset] = (bytes[offset] ?? 0) ^ 1
      writeFileSync(path, bytes)
      const opened = await sqliteCommitteeFiles(settings()).open(path, {
        kind: 'passphrase',
        text: 'quatre mots de passe',
      })
      const verdict = opened.ok ? opened.value.doctor().verdict : opened.refusal.code
      if (opened.ok) opened.value.close()
      verdicts.push(verdict.replace(String(page), 'N'))
    }
    const named = 'La page N du fichier a été modifiée ou abîmée : son code d’authentification est faux.'
    // Without the pages of its own schema the file does not open at all.
    expect(new Set(verdicts)).toEqual(new Set([named, 'file.damaged']))
    expect(verdicts.filter((verdict) => verdict === named).length).toBeGreaterThan(5)
  })

  test('[DOC5] the reserved pages that SQLite never reads, on both sides of the key area', async () => {
    const whole = readFileSync(reference)
    for (const page of [2, 5]) {
      const path = folder.file('réservée.delibere')
      const bytes = Buffer.from(whole)
      bytes[page * 4096 - 1500] = (bytes[page * 4096 - 1500] ?? 0) ^ 1
      writeFileSync(path, bytes)
      const file = await openedFile(path)
      expect(file.doctor().verdict).toBe(
        `La page réservée ${page} du fichier a été modifiée ou abîmée : son code d’authentification est faux.`,
      )
      file.close()
    }
  })

  test('[DOC3] a rule of the domain, in its own words', async () => {
    const path = folder.file('règle.delibere')
    copyFileSync(reference, path)
    const files = sqliteCommitteeFiles(
      settings({
        invariants: [
          () => null,
          (reader) => (reader.lastCandidatureNumber('call-1') > 2 ? 'Il y a trop de candidatures.' : null),
        ],
      }),
    )
    const file = await openedFile(path, files)
    expect(file.doctor()).toEqual({
      sound: false,
      verdict: 'Il y a trop de candidatures.',
      checked: { commits: 6, operations: 9, aggregates: 7 },
    })
    file.close()
  })

  test('[DOC4] it reads only: the bytes of the file are the same after it', async () => {
    const path = folder.file('lecture.delibere')
    copyFileSync(reference, path)
    const before = readFileSync(path)
    const file = await openedFile(path)
    file.transact(act('rien'), () => ok(null))
    file.doctor()
    file.close()
    expect(readFileSync(path).equals(before)).toBe(true)
  })
})
