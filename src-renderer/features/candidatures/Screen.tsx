import { useNavigate, useSearch } from '@tanstack/react-router'
import { FileInput, Plus } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { CandidatureRow } from '#shared/domain/candidature/candidatureList.ts'
import { Reading } from '../../bridge/Reading.tsx'
import { useRead } from '../../bridge/useRead.ts'
import { type ListAddress, queryOfAddress } from '../../frame/listAddress.ts'
import { useTitle } from '../../frame/useTitle.ts'
import { StandingsOf } from '../../sharing/StandingsOf.tsx'
import { useHolder } from '../../sharing/useHolder.ts'
import { Amount } from '../../ui/Amount.tsx'
import { Button } from '../../ui/Button.tsx'
import { DataGrid } from '../../ui/DataGrid.tsx'
import { EmptyPlace } from '../../ui/EmptyPlace.tsx'
import { Page } from '../../ui/Page.tsx'
import { useHotkeys } from '../../ui/useHotkeys.ts'
import { AddCandidature } from './AddCandidature.tsx'
import { columns, columnsBesidePreview } from './columns.tsx'
import { Filters } from './Filters.tsx'
import { Preview } from './Preview.tsx'
import { useCandidatureWindow } from './useCandidatureWindow.ts'
import { useHiddenColumns } from './useHiddenColumns.ts'
import { words } from './words.ts'

/** Every candidature of the file or of one call: sorted, filtered and searched by the database. */
export function Screen() {
  useTitle(words.title)
  const navigate = useNavigate()
  const address = useSearch({ strict: false }) as ListAddress
  const calls = useRead('call.list', {})
  const { writesDossiers, keepsCommittee } = useHolder()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words of the address, not its identity.
  const query = useMemo(() => queryOfAddress(address), [JSON.stringify(address)])
  const list = useCandidatureWindow(query)
  const [hidden, setHidden] = useHiddenColumns()
  const [active, setActive] = useState(() => placeOf(address))
  const [isAdding, setAdding] = useState(false)
  const activeRow = active < 0 ? undefined : list.rowAt(active)
  const isPeeking = address.peek === '1' && activeRow !== undefined

  const change = (set: ListAddress, { replace = true } = {}) =>
    void navigate({ to: '/candidatures', search: { ...address, ...set } as Record<string, string>, replace })
  const open = (index: number) => {
    const row = list.rowAt(index)
    if (row === undefined) return
    // Coming back finds the list as it was, on the same row.
    const search = { ...address, row: String(index) } as Record<string, string>
    void navigate({ to: '/candidatures', search, replace: true }).then(() =>
      navigate({ to: `/candidatures/${row.id}`, search }),
    )
  }
  const closePreview = () => change({ peek: '' })
  useHotkeys({ Escape: closePreview }, { isEnabled: isPeeking })

  const hasFilter = query.search !== '' || Object.keys(query.filters).length > 0
  const importButton = (
    <Button
      variant={list.summary?.total ? 'plain' : 'primary'}
      onPress={() => void navigate({ to: '/importer', search: address.call ? { call: address.call } : {} })}
    >
      <FileInput aria-hidden="true" />
      {words.import}
    </Button>
  )
  const addButton = (
    <Button onPress={() => setAdding(true)}>
      <Plus aria-hidden="true" />
      {words.add}
    </Button>
  )
  return (
    <Reading read={calls}>
      {(callLines) =>
        callLines.length === 0 ? (
          <Page title={words.title}>
            <EmptyPlace
              title={words.noCallTitle}
              action={
                keepsCommittee ? (
                  <Button variant="primary" onPress={() => void navigate({ to: '/appels' })}>
                    {words.goToCalls}
                  </Button>
                ) : undefined
              }
            >
              <p>{keepsCommittee ? words.noCallWords : words.noneYetWords}</p>
            </EmptyPlace>
          </Page>
        ) : (
          <Page
            title={words.title}
            isFilled
            summary={
              list.summary === null ? undefined : (
                <span role="status">
                  {words.found(list.summary.total)} · {words.requestedTotal}{' '}
                  <Amount cents={list.summary.requestedCentsTotal} />
                </span>
              )
            }
            actions={
              writesDossiers ? (
                <>
                  {addButton}
                  {importButton}
                </>
              ) : undefined
            }
            tools={
              <Filters
                address={address}
                calls={callLines.map(({ call }) => ({ id: call.id, name: call.name }))}
                departments={list.summary?.departments ?? []}
                hiddenColumns={hidden}
                onHiddenColumns={setHidden}
                onChange={(set) => {
                  setActive(-1)
                  change({ ...set, row: '' })
                }}
              />
            }
            aside={
              isPeeking ? (
                <Preview row={activeRow} onClose={closePreview} onOpen={() => open(active)} />
              ) : null
            }
          >
            {list.summary?.total === 0 ? (
              hasFilter ? (
                <EmptyPlace
                  title={words.noneTitle}
                  action={
                    <Button onPress={() => change({ q: '', dep: '', check: '', status: '' })}>
                      {words.dropAll}
                    </Button>
                  }
                >
                  <p>{words.noneWords}</p>
                </EmptyPlace>
              ) : (
                <EmptyPlace
                  title={words.emptyTitle}
                  action={
                    writesDossiers ? (
                      <>
                        {importButton}
                        {addButton}
                      </>
                    ) : undefined
                  }
                >
                  <p>{writesDossiers ? words.emptyWords : words.noneYetWords}</p>
                </EmptyPlace>
              )
            ) : (
              <StandingsOf entities={entitiesOf(list.inSight)}>
                <DataGrid
                  label={words.gridLabel}
                  listKey={JSON.stringify(query)}
                  columns={columns}
                  hiddenColumns={isPeeking ? new Set([...hidden, ...columnsBesidePreview]) : hidden}
                  total={list.summary?.total ?? 0}
                  rowAt={list.rowAt}
                  onWindow={list.onWindow}
                  sort={{ key: query.sort, isDescending: query.descending }}
                  onSort={(key) => {
                    setActive(-1)
                    change({ sort: key, desc: query.sort === key && !query.descending ? '1' : '', row: '' })
                  }}
                  active={active}
                  onActive={setActive}
                  onOpen={open}
                  onPeek={(index) => {
                    setActive(index)
                    change({ peek: address.peek === '1' ? '' : '1' })
                  }}
                />
              </StandingsOf>
            )}
            {isAdding ? (
              <AddCandidature
                calls={callLines.map(({ call }) => ({ id: call.id, name: call.name }))}
                callId={address.call ?? null}
                onClose={() => setAdding(false)}
              />
            ) : null}
          </Page>
        )
      }
    </Reading>
  )
}

const entitiesOf = (rows: readonly CandidatureRow[]): readonly string[] =>
  rows.map(({ id }) => `candidature/${id}`)

function placeOf({ row }: ListAddress): number {
  const place = Number(row ?? Number.NaN)
  return Number.isInteger(place) && place >= 0 ? place : -1
}
