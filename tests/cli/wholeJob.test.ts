import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDFDocument, StandardFonts } from 'pdf-lib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RankingView } from '#shared/domain/ranking/rankingView.ts'
import { type CliDesk, cliDesk, passphrase } from './support/cliDesk.ts'
import { evaluators, expectedRanking, marksCsv } from './support/markingOracle.ts'
import { amountsByHand, sheetsAreThere, sheetsPath } from './support/realSheets.ts'

if (!sheetsAreThere) console.warn(`Laissé de côté : les 49 fiches réelles ne sont pas dans ${sheetsPath}`)

const file = 'comite.delibere'
const recused = new Set(['5/Ewen Riou'])
const envelopeCents = 30_000_000

describe.runIf(sheetsAreThere)('[A-CLI] the whole job from a terminal, on the 49 real sheets', () => {
  let desk: CliDesk
  beforeAll(() => {
    desk = cliDesk()
  })
  afterAll(() => desk.remove())

  it('[A-CLI1] creates the file and says the recovery code once', () => {
    const created = desk.spawn([
      'create',
      file,
      '--name',
      'Comité de Kerdilès',
      '--instance',
      'jury',
      '--place',
      'Kerdilès',
    ])
    expect([created.exitCode, created.stderr]).toEqual([0, ''])
    expect(created.stdout).toMatch(/Code de secours, montré cette seule fois : ([0-9A-Z]{5}-)+[0-9A-Z]{5}/)
  })

  it('[A-CLI2] a dry run shows 49 lines and changes nothing', async () => {
    const before = readFileSync(join(desk.folder, file))
    const words = ['import', file, sheetsPath, '--kind', 'fiches', '--call', 'Appel 2026']
    const preview = await desk.ask<{ total: number; callWouldBeCreated: boolean }>([...words, '--dry-run'])
    expect([preview.total, preview.callWouldBeCreated]).toEqual([49, true])
    expect(await desk.ask(['list', file, 'calls'])).toEqual([])
    expect(readFileSync(join(desk.folder, file)).equals(before)).toBe(true)
  })

  it('[A-CLI3] imports the 49 sheets with the amounts that are written in them', async () => {
    const words = ['import', file, sheetsPath, '--kind', 'fiches', '--call', 'Appel 2026']
    const outcome = await desk.ask<{ imported: number; callCreated: boolean }>(words)
    expect([outcome.imported, outcome.callCreated]).toEqual([49, true])
    const rows = await desk.ask<{ number: number; requestedCents: number }[]>(['list', file, 'candidatures'])
    expect(rows.map((row) => row.requestedCents)).toEqual(amountsByHand())
  })

  it('[A-CLI4] gives the call its rules, its members, its grid and one recusal', async () => {
    for (const [index, name] of evaluators.entries()) {
      const [first = '', last = ''] = name.split(' ')
      const role = index === 0 ? 'présidente' : 'membre'
      await desk.done([
        'member',
        file,
        'add',
        '--first',
        first,
        '--last',
        last,
        '--capacity',
        'élue',
        '--role',
        role,
      ])
    }
    await desk.done([
      'call',
      file,
      'set',
      '--envelope',
      '300 000,00',
      '--tie',
      'critère:PERT',
      '--min-evaluators',
      '2',
    ])
    await desk.done(['grid', file, 'import', '--shipped', 'transformation-numerique'])
    const grid = await desk.ask<{ label: string }>(['grid', file, 'export'])
    expect(grid.label).toBe('Transformation numérique')
    await desk.done([
      'recusal',
      file,
      'declare',
      '--candidature',
      '5',
      '--member',
      'Ewen Riou',
      '--reason',
      'adjoint',
    ])
    const recusal = ['--candidature', '5', '--member', 'Ewen Riou', '--reason', 'lien direct']
    await desk.done(['recusal', file, 'assess', ...recusal, '--status', 'retenu'])
  })

  it('[A-CLI5] refuses the whole table of marks when one row is a recused member’s, naming the line', async () => {
    writeFileSync(join(desk.folder, 'notes.csv'), `${marksCsv(49, recused)}\r\nEwen Riou;5;PERT;3;`)
    const refused = await desk.type(['marks', file, 'import', 'notes.csv', '--json'])
    const answer = JSON.parse(refused.stdout)
    expect([refused.exitCode, answer.ok, answer.code]).toEqual([1, false, 'import.lines-refused'])
    expect(answer.details.lines).toEqual([
      `ligne ${2 + 49 * 24 - 8} (« Ewen Riou » s’est déporté de la candidature n° 5)`,
    ])
    const ranking = await desk.ask<RankingView>(['rank', file])
    expect(ranking.rows.every((row) => row.notRanked === 'no-sheet')).toBe(true)
  })

  it('[A-CLI6] ranks as the marks add up by hand', async () => {
    writeFileSync(join(desk.folder, 'notes.csv'), marksCsv(49, recused))
    const imported = await desk.ask(['marks', file, 'import', 'notes.csv'])
    expect(imported).toEqual({ sheets: 49 * 3 - 1, marks: (49 * 3 - 1) * 8, missingMarks: 0 })
    const ranking = await desk.ask<RankingView>(['rank', file, '--call', 'appel 2026'])
    const found = ranking.rows
      .map(({ number, rank, score, award }) => ({ number, rank, score, awardCents: award.amountCents }))
      .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0) || a.number - b.number)
    expect(found).toEqual(expectedRanking(amountsByHand(), recused, envelopeCents))
  })

  it('[A-CLI7] holds and closes the session', { timeout: 240_000 }, async () => {
    await desk.done([
      'session',
      file,
      'plan',
      '--date',
      '12/03/2026',
      '--convocation',
      '2026-03-01',
      '--convoked-by',
      'la présidente',
    ])
    await desk.done(['session', file, 'attend', '--all'])
    await desk.done([
      'session',
      file,
      'open',
      '--at',
      '14:00',
      '--chair',
      'Anne Moal',
      '--secretary',
      'Lise Cadiou',
    ])
    const early = await desk.type(['session', file, 'close', '--at', '15:00'])
    expect([early.exitCode, early.stdout]).toEqual([1, ''])
    await desk.done(['session', file, 'debate', '--text', 'Le règlement est rappelé.'])
    await desk.done([
      'session',
      file,
      'move',
      '--member',
      'Ewen Riou',
      '--kind',
      'sort',
      '--at',
      '14:05',
      '--candidature',
      '5',
    ])
    const expected = expectedRanking(amountsByHand(), recused, envelopeCents)
    const order = [...expected].sort((a, b) => Number(b.number === 5) - Number(a.number === 5))
    for (const { number, awardCents } of order) {
      const votes = number === 5 ? '2,0,0' : '3,0,0'
      const at = number === 5 ? '14:10' : '14:20'
      const amount = `${Math.floor(awardCents / 100)},${String(awardCents % 100).padStart(2, '0')}`
      const outcome =
        awardCents > 0
          ? ['--opinion', 'favorable', '--amount', amount, '--votes', votes]
          : ['--opinion', 'ajourné', '--factual', 'Enveloppe épuisée.']
      await desk.done(['session', file, 'decide', '--candidature', String(number), '--at', at, ...outcome])
      if (number === 5)
        await desk.done([
          'session',
          file,
          'move',
          '--member',
          'Ewen Riou',
          '--kind',
          'arrive',
          '--at',
          '14:10',
          '--candidature',
          '5',
        ])
    }
    const more = await desk.type([
      'session',
      file,
      'decide',
      '--candidature',
      String(order[1]?.number),
      '--opinion',
      'favorable',
      '--amount',
      '1',
      '--votes',
      '3,0,0',
      '--at',
      '14:30',
      '--json',
    ])
    expect([more.exitCode, JSON.parse(more.stdout).code]).toEqual([1, 'session.item-decided'])
    const unexplained = await desk.type(['session', file, 'close', '--at', '16:00', '--json'])
    const { code, details } = JSON.parse(unexplained.stdout)
    expect([code, details.checks]).toEqual(['session.unexplained', ['ties-undecided', 'debate-empty']])
    for (const check of details.checks)
      await desk.done(['session', file, 'explain', '--check', check, '--text', 'Séance d’essai.'])
    const closed = await desk.ask<{ number: string; factsDigest: string }>([
      'session',
      file,
      'close',
      '--at',
      '16:00',
    ])
    expect(closed.factsDigest).toMatch(/^[0-9a-f]{64}$/)
    const sessions = await desk.ask<{ status: string; number: string }[]>(['list', file, 'sessions'])
    expect(sessions.map(({ status, number }) => [status, number])).toEqual([['closed', closed.number]])
  })

  it('[A-CLI8] writes the documents and finds them conforming', { timeout: 120_000 }, async () => {
    for (const [document, name] of [
      ['minutes', 'pv.pdf'],
      ['minutes', 'pv.docx'],
      ['ranking', 'classement.csv'],
      ['decision-record', 'releve.pdf'],
    ] as const)
      await desk.done(['report', file, document, '--session', 'last', '--out', name])
    for (const name of ['pv.pdf', 'pv.docx', 'releve.pdf']) {
      const verified = await desk.ask<{ verdict: string }>(['verify', file, name])
      expect([name, verified.verdict]).toEqual([name, 'conforme'])
    }
    const lines = readFileSync(join(desk.folder, 'classement.csv'), 'utf8').trim().split('\r\n')
    expect(lines).toHaveLength(50)
  })

  it('[A-CLI9] a changed PDF is « modifié », a foreign one « inconnu », both with exit code 1', async () => {
    const changed = await PDFDocument.load(readFileSync(join(desk.folder, 'pv.pdf')), {
      updateMetadata: false,
    })
    const font = await changed.embedFont(StandardFonts.Helvetica)
    changed.getPage(0).drawText('Montant propose : 999 999,00', { x: 60, y: 60, font, size: 10 })
    writeFileSync(join(desk.folder, 'change.pdf'), await changed.save({ useObjectStreams: false }))
    const modified = await desk.type(['verify', file, 'change.pdf', '--json'])
    const answer = JSON.parse(modified.stdout)
    expect([modified.exitCode, answer.ok, answer.code]).toEqual([1, false, 'document.modified'])
    expect(answer.details.differences.join()).toContain('999 999')
    const foreign = await PDFDocument.create()
    foreign.addPage()
    writeFileSync(join(desk.folder, 'autre.pdf'), await foreign.save())
    const unknown = await desk.type(['verify', file, 'autre.pdf', '--json'])
    expect([unknown.exitCode, JSON.parse(unknown.stdout).code]).toEqual([1, 'document.unknown'])
  })

  it('[A-CLI10] the file is sound, and no name typed into it can be read from outside', async () => {
    expect(await desk.ask(['doctor', file])).toEqual({ sound: true, verdict: 'conforme' })
    const bytes = readFileSync(join(desk.folder, file)).toString('latin1')
    for (const name of ['Moal', 'Riou', 'Cadiou', 'Berric', 'BERRIC', 'Kerdil', 'Appel 2026', passphrase])
      expect([name, bytes.includes(Buffer.from(name, 'utf8').toString('latin1'))]).toEqual([name, false])
  })

  it('[A-CLI11] the passphrase changes, the old one no longer opens', async () => {
    writeFileSync(join(desk.folder, 'nouvelle.txt'), 'autre marée sur le sable\n')
    copyFileSync(join(desk.folder, file), join(desk.folder, 'copie.delibere'))
    await desk.done(['passphrase', 'copie.delibere', 'change', '--new-passphrase-file', 'nouvelle.txt'])
    const old = await desk.type(['list', 'copie.delibere', 'calls'])
    const fresh = await desk.type(['list', 'copie.delibere', 'calls', '--passphrase-file', 'nouvelle.txt'])
    expect([old.exitCode, fresh.exitCode]).toEqual([1, 0])
  })
})
