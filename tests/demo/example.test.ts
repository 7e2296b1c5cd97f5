import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cliHost } from '#main/cli/cliHost.ts'
import { compose } from '#main/composition/compose.ts'
import type { Dispatcher } from '#main/composition/dispatcher.ts'
import { exampleSchema } from '#main/composition/example/exampleSchema.ts'
import { playExample } from '#main/composition/exampleCommittee.ts'
import type { RankingView } from '#shared/domain/ranking/rankingView.ts'
import exampleJson from '../../resources/example/example.json' with { type: 'json' }

const example = exampleSchema.parse(exampleJson)
const call = example.calls[0]
const euros = (amount: number): number => amount * 100

describe('[EX] the example committee shows what a committee meets', () => {
  let folder: string
  let dispatcher: Dispatcher
  let ranking: RankingView
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'delibere-exemple-essai-'))
    const silent = {
      write: () => {},
      writeError: () => {},
      showProgress: () => {},
      today: () => '2026-03-12',
    }
    dispatcher = compose(
      cliHost({ ...silent, folder, environment: { DELIBERE_USER_DATA: join(folder, 'settings') } }),
    )
    const path = join(folder, 'exemple.delibere')
    const played = await playExample(dispatcher, {
      path,
      passphrase: 'exemple-sans-secret',
      until: 'planned',
    })
    expect(played.ok).toBe(true)
    const calls = await dispatcher.call('call.list', {})
    const callId = calls.ok ? calls.value.find((row) => row.call.name === call?.name)?.call.id : undefined
    const ranked = await dispatcher.call('ranking.get', { callId: callId ?? '' })
    if (!ranked.ok) throw new Error(ranked.refusal.code)
    ranking = ranked.value
  })
  afterAll(async () => {
    await dispatcher.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('[EX1] two recusals, a tie that a criterion decides and a tie left to the chair', () => {
    expect(ranking.rows.filter((row) => row.recused.length > 0).map((row) => row.number)).toEqual([18, 15])
    expect(ranking.rows.filter((row) => row.decidedBy !== null).map((row) => [row.number, row.rank])).toEqual(
      [
        [2, 6],
        [10, 7],
      ],
    )
    const tied = ranking.rows.filter((row) => row.tiedWith.length > 0).map((row) => [row.number, row.rank])
    expect(tied).toEqual([
      [12, 11],
      [20, 11],
    ])
  })

  it('[EX2] a rate, a cap, a partial award at the cut line, a waiting list and a knock-out', () => {
    const awards = new Map(ranking.rows.map((row) => [row.number, row.award]))
    expect(awards.get(13)).toMatchObject({ status: 'within', amountCents: euros(58_800), limitedBy: 'rate' })
    expect(awards.get(15)).toMatchObject({ status: 'within', amountCents: euros(60_000) })
    expect(awards.get(17)).toMatchObject({ status: 'partial', amountCents: euros(14_211) })
    const by = (status: string) =>
      ranking.rows.filter((row) => row.award.status === status).map((row) => row.number)
    expect(by('waiting')).toEqual([9, 5, 8, 7, 1])
    expect(by('not-selected')).toEqual([6])
    expect([ranking.envelopeCents, ranking.awardedCents]).toEqual([euros(370_000), euros(370_000)])
  })

  it('[EX3] the session gave what the ranking proposes, but for the deferred candidature', () => {
    const proposed = new Map(ranking.rows.map((row) => [row.number, row.award.amountCents]))
    for (const item of example.closedSession.items) {
      const expected = item.opinion === 'deferred' ? 0 : proposed.get(item.candidature)
      expect([item.candidature, item.amountCents ?? 0]).toEqual([item.candidature, expected])
    }
    const opinions = example.closedSession.items.map((item) => item.opinion)
    expect(
      ['reserved', 'deferred', 'unfavourable'].map((one) => opinions.filter((o) => o === one).length),
    ).toEqual([1, 1, 1])
  })

  it('[EX4] one session is closed, one is planned for the second call, whose marks are not complete', async () => {
    const sessions = await dispatcher.call('session.list', {})
    if (!sessions.ok) throw new Error(sessions.refusal.code)
    const summary = sessions.value.map(({ callName, status, items }) => [callName, status, items])
    expect(summary.sort()).toEqual([
      ['Portails familles 2026', 'planned', 5],
      ['Transformation numérique des territoires 2026', 'closed', 20],
    ])
    const calls = await dispatcher.call('call.list', {})
    const second = calls.ok ? calls.value.find((row) => row.call.name.startsWith('Portails')) : undefined
    const ranked = await dispatcher.call('ranking.get', { callId: second?.call.id ?? '' })
    expect(
      ranked.ok && ranked.value.absentMarkers.map(({ name, missingSheets }) => [name, missingSheets]),
    ).toEqual([['Paul Lagadec', 5]])
  })

  it('[EX5] says that it is invented, and the file is sound', async () => {
    expect(example.closedSession.discussion).toContain('inventés')
    const doctor = await dispatcher.call('file.doctor', {})
    expect(doctor).toEqual({ ok: true, value: { sound: true, verdict: 'conforme' } })
  })
})
