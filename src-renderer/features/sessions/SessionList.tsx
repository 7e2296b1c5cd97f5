import { Link, useNavigate } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Reading } from '../../bridge/Reading.tsx'
import { useRead } from '../../bridge/useRead.ts'
import { useTitle } from '../../frame/useTitle.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyPlace } from '../../ui/EmptyPlace.tsx'
import { formatDate } from '../../ui/formatDate.ts'
import { Page } from '../../ui/Page.tsx'
import { Table } from '../../ui/Table.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { PlanSession } from './preparation/PlanSession.tsx'
import { sessionStatusWords, words } from './words.ts'

/** Every session, the newest first, and the way to prepare one. */
export function SessionList() {
  useTitle(words.title)
  const sessions = useRead('session.list', {})
  const calls = useRead('call.list', {})
  const navigate = useNavigate()
  const [isPlanning, setPlanning] = useState(false)
  const hasCall = (calls.value?.length ?? 0) > 0
  const plan = (
    <Button variant="primary" onPress={() => setPlanning(true)}>
      <Plus aria-hidden="true" />
      {words.plan}
    </Button>
  )
  return (
    <Page
      title={words.title}
      summary={sessions.value?.length || undefined}
      actions={sessions.value?.length && hasCall ? plan : undefined}
    >
      <Reading read={sessions}>
        {(list) =>
          list.length === 0 ? (
            <EmptyPlace
              title={words.emptyTitle}
              action={
                hasCall ? (
                  plan
                ) : (
                  <Button variant="primary" onPress={() => void navigate({ to: '/appels' })}>
                    {words.goToCalls}
                  </Button>
                )
              }
            >
              {hasCall ? words.empty : words.noCall}
            </EmptyPlace>
          ) : (
            <Table
              caption={words.title}
              rows={list}
              rowKey={(session) => session.id}
              columns={[
                {
                  key: 'date',
                  header: words.date,
                  isRowHeader: true,
                  width: '12rem',
                  cell: (session) => <Link to={`/seances/${session.id}`}>{formatDate(session.date)}</Link>,
                },
                { key: 'call', header: words.call, cell: (session) => session.callName },
                { key: 'place', header: words.place, cell: (session) => session.place },
                {
                  key: 'items',
                  header: words.items,
                  width: '11rem',
                  cell: (session) => words.decidedCount(session.decided, session.items),
                },
                {
                  key: 'status',
                  header: words.status,
                  width: '8rem',
                  cell: ({ status }) => (
                    <Tag tone={sessionStatusWords[status].tone}>{sessionStatusWords[status].label}</Tag>
                  ),
                },
                {
                  key: 'number',
                  header: words.number,
                  width: '9rem',
                  cell: (session) => session.number ?? '',
                },
              ]}
            />
          )
        }
      </Reading>
      {isPlanning && calls.value !== undefined ? (
        <PlanSession calls={calls.value.map(({ call }) => call)} onClose={() => setPlanning(false)} />
      ) : null}
    </Page>
  )
}
