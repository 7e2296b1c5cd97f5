import { Link } from '@tanstack/react-router'
import { Lock } from 'lucide-react'
import { criteriaOf } from '#shared/domain/grid/criteriaOf.ts'
import type { Grid } from '#shared/domain/grid/grid.ts'
import { Reading } from '../../bridge/Reading.tsx'
import { RefusalNotice } from '../../bridge/RefusalNotice.tsx'
import { useRead } from '../../bridge/useRead.ts'
import { useTitle } from '../../frame/useTitle.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyPlace } from '../../ui/EmptyPlace.tsx'
import { Page } from '../../ui/Page.tsx'
import { Table } from '../../ui/Table.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { weightSum } from './editGrid.ts'
import style from './GridList.module.css'
import { useDraftGrid } from './useDraftGrid.ts'
import { words } from './words.ts'

/** The committee's grids, then the models one may start from. */
export function GridList({ grids }: { grids: readonly Grid[] }) {
  useTitle(words.title)
  const shipped = useRead('grid.shipped', {})
  const { draft, refusal } = useDraftGrid()
  return (
    <Page title={words.title} summary={grids.length || undefined}>
      <RefusalNotice refusal={refusal} />
      {grids.length === 0 ? (
        <EmptyPlace title={words.emptyTitle}>{words.empty}</EmptyPlace>
      ) : (
        <Table
          caption={words.own}
          rows={grids}
          rowKey={(grid) => grid.id}
          columns={[
            {
              key: 'label',
              header: words.label,
              isRowHeader: true,
              cell: (grid) => <Link to={`/grilles/${grid.id}`}>{grid.label}</Link>,
            },
            {
              key: 'version',
              header: words.version,
              align: 'end',
              width: '6rem',
              cell: (grid) => grid.version,
            },
            {
              key: 'criteria',
              header: words.criteria,
              width: '16rem',
              cell: (grid) => words.summary(criteriaOf(grid).length, weightSum(grid)),
            },
            {
              key: 'status',
              header: words.status,
              width: '9rem',
              cell: (grid) => <GridStatus grid={grid} />,
            },
            {
              key: 'copy',
              header: <span className="visually-hidden">{words.duplicate}</span>,
              align: 'end',
              width: '8rem',
              cell: (grid) => (
                <Button
                  variant="quiet"
                  label={`${words.duplicate} : ${grid.label}`}
                  onPress={() => draft({ from: 'grid', gridId: grid.id, label: words.copyLabel(grid.label) })}
                >
                  {words.duplicate}
                </Button>
              ),
            },
          ]}
        />
      )}
      <section className={style.models}>
        <h2>{words.shipped}</h2>
        <p className={style.hint}>{words.shippedHint}</p>
        <Reading read={shipped}>
          {(models) => (
            <ul>
              {models.map((model) => (
                <li key={model.key} className={style.model}>
                  <span>{model.label}</span>
                  <Button
                    label={`${words.start} : ${model.label}`}
                    onPress={() => draft({ from: 'shipped', key: model.key })}
                  >
                    {words.start}
                  </Button>
                </li>
              ))}
            </ul>
          )}
        </Reading>
        <span>
          <Button variant="quiet" onPress={() => draft({ from: 'blank', label: words.blankLabel })}>
            {words.startBlank}
          </Button>
        </span>
      </section>
    </Page>
  )
}

export function GridStatus({ grid }: { grid: Pick<Grid, 'status'> }) {
  return grid.status === 'locked' ? (
    <Tag tone="info">
      <Lock size={12} aria-hidden="true" />
      {words.locked}
    </Tag>
  ) : (
    <Tag tone="neutral">{words.draft}</Tag>
  )
}
