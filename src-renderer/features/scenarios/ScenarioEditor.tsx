import { useState } from 'react'
import type { ScenarioBoard, ScenarioRow, ScenarioView } from '#shared/domain/envelope/scenarioView.ts'
import { RefusalNotice } from '../../bridge/RefusalNotice.tsx'
import { useAct } from '../../bridge/useAct.ts'
import { Amount } from '../../ui/Amount.tsx'
import { AmountField } from '../../ui/AmountField.tsx'
import { Button } from '../../ui/Button.tsx'
import { formatAmount } from '../../ui/formatAmount.ts'
import { NumberField } from '../../ui/NumberField.tsx'
import { Table, type TableColumn } from '../../ui/Table.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { AdoptScenario } from './AdoptScenario.tsx'
import { Balance } from './Balance.tsx'
import style from './Scenarios.module.css'
import { statusWords, words } from './words.ts'

/** The amounts of one scenario, by sum or by rate, with what they leave and where they depart from the ranking. */
export function ScenarioEditor({ board, scenario }: { board: ScenarioBoard; scenario: ScenarioView }) {
  const setting = useAct('scenario.set-amount')
  const renaming = useAct('scenario.rename')
  const opening = useAct('scenario.open')
  const settingAside = useAct('scenario.set-aside')
  const [isAdopting, setAdopting] = useState(false)
  const lines = new Map(scenario.lines.map((line) => [line.candidatureId, line]))
  const departing = new Map(scenario.departures.map((departure) => [departure.candidatureId, departure]))
  const isFixed = scenario.status !== 'draft'
  const status = statusWords[scenario.status]
  const set = (
    row: ScenarioRow,
    amount: Parameters<typeof setting.act>[0]['amount'],
    reason = lines.get(row.candidatureId)?.reason ?? '',
  ) =>
    void setting.act({
      scenarioId: scenario.id,
      candidatureId: row.candidatureId,
      amount,
      funding: null,
      reason,
    })
  const refusal = setting.refusal ?? renaming.refusal ?? opening.refusal ?? settingAside.refusal
  const columns: readonly TableColumn<ScenarioRow>[] = [
    { key: 'rank', header: words.rank, align: 'end', width: '3.5rem', cell: ({ rank }) => rank ?? '–' },
    { key: 'number', header: words.number, align: 'end', width: '3.5rem', cell: ({ number }) => number },
    {
      key: 'applicant',
      header: words.applicant,
      isRowHeader: true,
      cell: ({ applicant, title }) => (
        <span className={style.names}>
          {applicant} <span className={style.soft}>{title}</span>
        </span>
      ),
    },
    {
      key: 'score',
      header: words.score,
      align: 'end',
      width: '4rem',
      cell: ({ score }) => score?.replace('.', ',') ?? '',
    },
    {
      key: 'requested',
      header: words.requested,
      align: 'end',
      width: '6.5rem',
      cell: ({ requestedCents, minimumViableCents, maximumUsefulCents }) => (
        <>
          <Amount cents={requestedCents} />
          {minimumViableCents === null && maximumUsefulCents === null ? null : (
            <span className={style.soft}>{boundsOf(minimumViableCents, maximumUsefulCents)}</span>
          )}
        </>
      ),
    },
    {
      key: 'amount',
      header: words.amount,
      align: 'end',
      width: '9rem',
      cell: (row) => (
        <AmountField
          label={words.amountOf(row.applicant)}
          isLabelHidden
          isReadOnly={isFixed}
          cents={lines.get(row.candidatureId)?.amountCents ?? null}
          onCommit={(amount) => set(row, amount === null ? null : { by: 'amount', amountCents: amount })}
        />
      ),
    },
    {
      key: 'rate',
      header: words.rate,
      align: 'end',
      width: '7rem',
      cell: (row) =>
        row.eligibleBaseCents === null ? (
          ''
        ) : (
          <NumberField
            label={words.rateOf(row.applicant)}
            isLabelHidden
            isReadOnly={isFixed}
            value={percent(lines.get(row.candidatureId)?.rateBasisPoints ?? null)}
            decimals={2}
            maximum={100}
            unit="%"
            onCommit={(rate) =>
              set(row, rate === null ? null : { by: 'rate', rateBasisPoints: Math.round(rate * 100) })
            }
          />
        ),
    },
    {
      key: 'reason',
      header: words.reason,
      width: '15rem',
      cell: (row) => {
        const line = lines.get(row.candidatureId)
        return departing.has(row.candidatureId) ? (
          <TextField
            label={words.reasonOf(row.applicant)}
            isLabelHidden
            isReadOnly={isFixed}
            placeholder={words.reason}
            value={departing.get(row.candidatureId)?.reason ?? ''}
            onCommit={(reason) =>
              set(row, line === undefined ? null : { by: 'amount', amountCents: line.amountCents }, reason)
            }
          />
        ) : (
          ''
        )
      },
    },
  ]
  return (
    <section className={style.editor}>
      <RefusalNotice refusal={refusal} />
      <div className={style.head}>
        <TextField
          label={words.name}
          value={scenario.name}
          isReadOnly={isFixed}
          maxLength={200}
          onCommit={(name) =>
            name.trim() !== '' && void renaming.act({ scenarioId: scenario.id, name: name.trim() })
          }
        />
        {status === null ? null : <Tag tone={status.tone}>{status.label}</Tag>}
        <span className={style.buttons}>
          <Button
            onPress={() =>
              void opening.act({
                callId: board.callId,
                name: words.copyName(scenario.name),
                from: { origin: 'copy', scenarioId: scenario.id },
              })
            }
          >
            {words.copy}
          </Button>
          {scenario.status === 'set-aside' ? null : (
            <Button onPress={() => void settingAside.act({ scenarioId: scenario.id, reason: '' })}>
              {words.setAside}
            </Button>
          )}
          {isFixed ? null : (
            <Button variant="primary" onPress={() => setAdopting(true)}>
              {words.adopt}
            </Button>
          )}
        </span>
      </div>
      <Balance balance={scenario.balance} totals={scenario.totals} />
      {scenario.departures.length === 0 ? (
        <p className={style.hint}>{words.noDeparture}</p>
      ) : (
        <details className={style.departures}>
          <summary>
            {words.departures} · {scenario.departures.length}
          </summary>
          <ul>
            {scenario.departures.map(({ candidatureId, kind, sentence, reason }) => (
              <li key={`${candidatureId}/${kind}`}>
                {sentence}{' '}
                <span className={style.soft}>
                  {reason === '' ? words.reasonMissing : words.reasonGiven(reason)}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
      <Table
        caption={words.table(scenario.name)}
        columns={columns}
        rows={board.rows}
        rowKey={(row) => row.candidatureId}
      />
      {isAdopting ? (
        <AdoptScenario callId={board.callId} scenario={scenario} onClose={() => setAdopting(false)} />
      ) : null}
    </section>
  )
}

const percent = (basisPoints: number | null): number | null =>
  basisPoints === null ? null : basisPoints / 100

const boundsOf = (minimum: number | null, maximum: number | null): string =>
  `${minimum === null ? '…' : formatAmount(minimum)} – ${maximum === null ? '…' : formatAmount(maximum)}`
