import { Link } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { OutputOf } from '#shared/contract/contract.ts'
import { Reading } from '../../bridge/Reading.tsx'
import { useRead } from '../../bridge/useRead.ts'
import { useTitle } from '../../frame/useTitle.ts'
import { Amount } from '../../ui/Amount.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyPlace } from '../../ui/EmptyPlace.tsx'
import { formatDateNumeric } from '../../ui/formatDate.ts'
import { Page } from '../../ui/Page.tsx'
import { Table, type TableColumn } from '../../ui/Table.tsx'
import { OpenCall } from './OpenCall.tsx'
import { words } from './words.ts'

type CallLine = OutputOf<'call.list'>[number]

export function CallList() {
  useTitle(words.title)
  const calls = useRead('call.list', {})
  const [isOpening, setOpening] = useState(false)
  const openButton = (
    <Button variant="primary" onPress={() => setOpening(true)}>
      <Plus aria-hidden="true" />
      {words.open}
    </Button>
  )
  return (
    <Page
      title={words.title}
      summary={calls.value?.length || undefined}
      actions={calls.value?.length ? openButton : undefined}
    >
      <Reading read={calls}>
        {(lines) =>
          lines.length === 0 ? (
            <EmptyPlace title={words.emptyTitle} action={openButton}>
              <p>{words.emptyWords}</p>
            </EmptyPlace>
          ) : (
            <Table
              caption={words.listCaption}
              columns={columns}
              rows={lines}
              rowKey={(line) => line.call.id}
            />
          )
        }
      </Reading>
      {isOpening ? <OpenCall onClose={() => setOpening(false)} /> : null}
    </Page>
  )
}

const columns: readonly TableColumn<CallLine>[] = [
  {
    key: 'name',
    header: words.name,
    isRowHeader: true,
    cell: ({ call }) => <Link to={`/appels/${call.id}`}>{call.name}</Link>,
  },
  { key: 'scheme', header: words.scheme, cell: ({ call }) => call.scheme },
  { key: 'year', header: words.fiscalYear, align: 'end', width: '5rem', cell: ({ call }) => call.fiscalYear },
  {
    key: 'dates',
    header: words.dates,
    width: '12rem',
    cell: ({ call }) => dates(call.opensOn, call.closesOn),
  },
  { key: 'grid', header: words.grid, cell: ({ gridLabel }) => gridLabel ?? words.noGrid },
  {
    key: 'count',
    header: words.candidatures,
    align: 'end',
    width: '7rem',
    cell: ({ candidatures }) => candidatures,
  },
  {
    key: 'requested',
    header: words.requested,
    align: 'end',
    width: '8rem',
    cell: ({ requestedCents }) => <Amount cents={requestedCents} />,
  },
  {
    key: 'envelope',
    header: words.envelope,
    align: 'end',
    width: '8rem',
    cell: ({ call }) => <Amount cents={call.rules.envelopeCents} />,
  },
]

function dates(opensOn: string | null, closesOn: string | null): string {
  if (opensOn === null && closesOn === null) return ''
  if (closesOn === null) return `depuis le ${formatDateNumeric(opensOn ?? '')}`
  if (opensOn === null) return `jusqu’au ${formatDateNumeric(closesOn)}`
  return `${formatDateNumeric(opensOn)} – ${formatDateNumeric(closesOn)}`
}
