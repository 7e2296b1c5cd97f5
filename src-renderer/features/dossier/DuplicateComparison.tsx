import { useNavigate } from '@tanstack/react-router'
import type { DuplicatePair } from '#shared/domain/dossier/importPreview.ts'
import { RefusalNotice } from '../../bridge/RefusalNotice.tsx'
import { useAct } from '../../bridge/useAct.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Table } from '../../ui/Table.tsx'
import style from './Dossier.module.css'
import { words } from './words.ts'

export interface DuplicateComparisonProps {
  readonly pair: DuplicatePair
  readonly candidatureId: string
}

/** Two candidatures side by side, only what differs; a person decides. */
export function DuplicateComparison({ pair, candidatureId }: DuplicateComparisonProps) {
  const navigate = useNavigate()
  const merge = useAct('candidature.merge')
  const apart = useAct('candidature.keep-apart')
  const otherId =
    pair.first.candidatureId === candidatureId ? pair.second.candidatureId : pair.first.candidatureId
  const isActing = merge.isActing || apart.isActing
  return (
    <section className={style.section}>
      <h2>{words.duplicates}</h2>
      <Notice tone="check">{words.duplicatesWords}</Notice>
      {pair.differences.length === 0 ? (
        <p className={style.hint}>{words.same}</p>
      ) : (
        <Table
          caption={words.duplicates}
          rows={pair.differences}
          rowKey={({ field }) => field}
          columns={[
            { key: 'field', header: words.field, isRowHeader: true, cell: ({ field }) => field },
            {
              key: 'first',
              header: pair.first.label,
              cell: ({ first }) => <span className={style.long}>{first}</span>,
            },
            {
              key: 'second',
              header: pair.second.label,
              cell: ({ second }) => <span className={style.long}>{second}</span>,
            },
          ]}
        />
      )}
      <RefusalNotice refusal={merge.refusal ?? apart.refusal} />
      <div className={style.buttons}>
        {otherId === null ? null : (
          <>
            <Button
              isDisabled={isActing}
              onPress={() => void merge.act({ keepId: candidatureId, mergeId: otherId })}
            >
              {words.keepThis}
            </Button>
            <Button
              isDisabled={isActing}
              onPress={() => void merge.act({ keepId: otherId, mergeId: candidatureId })}
            >
              {words.keepOther}
            </Button>
          </>
        )}
        <Button isDisabled={isActing} onPress={() => void apart.act({ candidatureId })}>
          {words.apart}
        </Button>
        {otherId === null ? null : (
          <Button variant="quiet" onPress={() => void navigate({ to: `/candidatures/${otherId}` })}>
            {words.seeOther}
          </Button>
        )}
      </div>
    </section>
  )
}
