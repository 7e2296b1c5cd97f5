import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RankingWatch } from '#shared/domain/ranking/rankingWatch.ts'
import type { SessionView } from '#shared/domain/session/sessionView.ts'
import { type CliDesk, cliDesk } from './support/cliDesk.ts'

const file = 'a.delibere'
const codes = ['PERT', 'IMPACT', 'FAISAB', 'GOUV', 'BUDGET', 'INCLUS', 'INTEROP', 'ECO']

describe('[CLI13] a meeting from a terminal, with what goes wrong in it', () => {
  let desk: CliDesk
  const session = (...words: string[]) => desk.done(['session', file, ...words])
  const view = () => desk.ask<SessionView>(['session', file, 'show'])

  beforeAll(async () => {
    desk = cliDesk()
    await desk.done(['create', file, '--name', 'Comité', '--instance', 'jury', '--place', 'Vannes'])
    for (const [first, last] of [
      ['Anne', 'Moal'],
      ['Ewen', 'Riou'],
      ['Lise', 'Cadiou'],
    ] as const)
      await desk.done(['member', file, 'add', '--first', first, '--last', last, '--capacity', 'élue'])
    writeFileSync(
      join(desk.folder, 'appel.csv'),
      'Porteur;Titre;Montant demandé\nBerric;Portail;12 000,00\nSarzeau;Médiathèque;8 000,00\n',
    )
    await desk.done(['import', file, 'appel.csv', '--kind', 'csv', '--call', 'Appel'])
    await desk.done(['call', file, 'set', '--envelope', '15 000'])
    await desk.done(['grid', file, 'import', '--shipped', 'transformation-numerique'])
    const recusal = ['--candidature', '2', '--member', 'Ewen Riou', '--reason', 'adjoint de la commune']
    await desk.done(['recusal', file, 'declare', ...recusal])
  })
  afterAll(() => desk.remove())

  it('[CLI13] a plan says the hour, how the convocation left and what proves it', async () => {
    const convocation = ['--convocation', '2026-03-01', '--convoked-by', 'la présidente']
    const proof = ['--starts-at', '14h', '--sent-by', 'courriel', '--proof', 'accusés du 1er mars']
    await session('plan', '--date', '2026-03-12', ...convocation, ...proof)
    const planned = (await view()).session
    expect([planned.startsAt, planned.convocation]).toEqual([
      '14:00',
      { date: '2026-03-01', author: 'la présidente', sentBy: 'e-mail', proof: 'accusés du 1er mars' },
    ])
  })

  it('[CLI13] the chair assesses a recusal, which was in force before', async () => {
    expect((await view()).recusals.map(({ status }) => status)).toEqual(['to-assess'])
    const target = ['--candidature', '2', '--member', 'Ewen Riou']
    const assessed = await desk.done([
      'recusal',
      file,
      'assess',
      ...target,
      '--status',
      'retenu',
      '--reason',
      'Lien direct.',
    ])
    expect(assessed.stdout).toBe('Le déport de Ewen Riou sur la candidature n° 2 est retenu.\n')
    expect((await view()).recusals).toMatchObject([{ status: 'confirmed', assessmentReason: 'Lien direct.' }])
  })

  it('[CLI13] a table of a point is keyed whole or not at all, then the ranking is watched', async () => {
    await session('attend', '--all')
    await session('open', '--at', '14:00', '--chair', 'Anne Moal', '--secretary', 'Lise Cadiou')
    const table = (...rows: string[]) => {
      writeFileSync(join(desk.folder, 'point.tsv'), [['membre', ...codes].join('\t'), ...rows].join('\n'))
      return desk.type(['marks', file, 'paste', 'point.tsv', '--candidature', '1', '--json'])
    }
    const line = (name: string, mark: string) => [name, ...codes.map(() => mark)].join('\t')
    const refused = await table(line('Anne Moal', '4'), line('Ewen Riou', '9'))
    expect([refused.exitCode, JSON.parse(refused.stdout).code]).toEqual([1, 'import.lines-refused'])
    const pasted = await table(line('Anne Moal', '4'), line('Ewen Riou', '2'))
    expect(JSON.parse(pasted.stdout).value).toEqual({ sheets: 2, marks: 16 })
    const watch = await desk.ask<RankingWatch>(['rank', file, '--watch'])
    expect(Object.keys(watch)).toEqual(['toDebate', 'fragile', 'withoutAbsentMarkers', 'absentMarkers'])
  })

  it('[CLI13] a decision is corrected with its reason, and the reason is asked for', async () => {
    const decision = ['--candidature', '1', '--opinion', 'ajourné', '--at', '14:20']
    await session('decide', ...decision, '--factual', 'Pièces manquantes.')
    const without = await desk.type(['session', file, 'amend', ...decision])
    expect(without.exitCode).toBe(2)
    await session(
      'amend',
      ...decision,
      '--factual',
      'Plan de financement absent.',
      '--reason',
      'motif inexact',
    )
    const item = (await view()).session.agenda.find(({ outcome }) => outcome !== null)
    expect(item?.outcome?.rationale.factual).toBe('Plan de financement absent.')
  })

  it('[CLI13] the order of the agenda is proposed, and given only when asked', async () => {
    const before = (await view()).session.agenda.map(({ id }) => id)
    const proposed = await desk.ask<{ itemIds: string[]; applied: boolean }>(['session', file, 'order'])
    expect([proposed.applied, (await view()).session.agenda.map(({ id }) => id)]).toEqual([false, before])
    await session('order', '--apply')
    expect((await view()).session.agenda.map(({ id }) => id)).toEqual(proposed.itemIds)
  })

  it('[CLI13] a point is called to the second, suspended and taken up again', async () => {
    await session('point', '--candidature', '2', '--at', '14:30:10')
    await session('pause', '--at', '14:40')
    await session('resume', '--at', '14:50')
    const refused = await desk.type(['session', file, 'point', '--place', '9', '--at', '14:55', '--json'])
    expect(JSON.parse(refused.stdout).code).toBe('session.item-missing')
    await session('move', '--member', 'Ewen Riou', '--kind', 'sort', '--at', '14:52', '--candidature', '2')
    const given = ['--opinion', 'favorable', '--amount', '5 000', '--votes', '2,0,0']
    await session('decide', '--candidature', '2', ...given, '--at', '14:58')
    await session('point', '--at', '15:00')
    const { session: held, items } = await view()
    const second = items.find(({ number }) => number === 2)
    expect(held.agenda.find(({ id }) => id === second?.itemId)?.runs).toEqual([
      { from: '14:30:10', to: '14:40:00' },
      { from: '14:50:00', to: '15:00:00' },
    ])
    expect([held.currentItemId, held.pauses]).toEqual([null, [{ from: '14:40:00', to: '14:50:00' }]])
  })

  it('[CLI13] « show » names what must be done before the closing and the codes of what may be explained', async () => {
    const { stdout } = await session('show')
    const { closingChecks } = await view()
    const open = closingChecks.filter(({ level, state }) => level === 'explain' && state === 'open')
    expect(open.length).toBeGreaterThan(0)
    for (const { code } of open) expect(stdout).toContain(`[${code}]`)
  })

  it('[CLI13] what stays open is explained, the session closes, and its minutes are rectified afterwards', async () => {
    await session('debate', '--text', 'Le règlement est rappelé.')
    const { closingChecks } = await view()
    for (const { code, level, state } of closingChecks)
      if (level === 'explain' && state === 'open')
        await session('explain', '--check', code, '--text', 'La présidence en prend acte.')
    const closed = await desk.ask<{ number: string }>(['session', file, 'close', '--at', '16:00'])
    const correction = ['--candidature', '1', '--opinion', 'ajourné', '--factual', 'Plan incomplet.']
    const reason = [
      '--reason',
      'erreur de plume',
      '--text',
      'Lire « plan incomplet ».',
      '--date',
      '2026-03-20',
    ]
    const rectified = await desk.ask<{ number: string; factsDigest: string }>([
      ...['session', file, 'rectify', '--session', closed.number],
      ...correction,
      ...reason,
    ])
    expect(rectified.number.startsWith(closed.number)).toBe(true)
    expect((await view()).session.rectifications).toMatchObject([
      { number: rectified.number, date: '2026-03-20', factsDigest: rectified.factsDigest },
    ])
    expect(await desk.ask(['doctor', file])).toEqual({ sound: true, verdict: 'conforme' })
  })
})
