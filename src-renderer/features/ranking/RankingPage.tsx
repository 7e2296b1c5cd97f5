import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { Call } from '#shared/domain/call/call.ts'
import { Reading } from '../../bridge/Reading.tsx'
import { useRead } from '../../bridge/useRead.ts'
import { useHolder } from '../../sharing/useHolder.ts'
import { announce } from '../../ui/announce.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyPlace } from '../../ui/EmptyPlace.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { Select } from '../../ui/Select.tsx'
import { EnvelopeBar } from './EnvelopeBar.tsx'
import { Explanation } from './Explanation.tsx'
import style from './RankingPage.module.css'
import { RankingTable } from './RankingTable.tsx'
import { tableAsText } from './tableAsText.ts'
import { Watch } from './Watch.tsx'
import { words } from './words.ts'

/** The envelope at the top, the ranked rows cut where the money ends, the explanation of one of them at the right. */
export function RankingPage({ call, calls }: { call: Call; calls: readonly Call[] }) {
  const ranking = useRead('ranking.get', { callId: call.id })
  const sessions = useRead('session.list', {})
  const navigate = useNavigate()
  const { keepsCommittee, role } = useHolder()
  const { candidature } = useSearch({ strict: false }) as { candidature?: string }
  const [pointed, setPointed] = useState<string | null>(null)
  const [isComparing, setComparing] = useState(false)
  const closed = sessions.value?.find((each) => each.callId === call.id && each.status === 'closed')
  const open = (candidatureId: string | null) =>
    void navigate({
      to: '/classement',
      search: { call: call.id, ...(candidatureId === null ? {} : { candidature: candidatureId }) },
      replace: true,
    })
  const copy = async () => {
    if (ranking.value === undefined) return
    await navigator.clipboard.writeText(tableAsText(ranking.value.rows))
    announce(words.copied)
  }
  const hasRows = (ranking.value?.rows.length ?? 0) > 0
  return (
    <Page
      title={words.title}
      summary={calls.length > 1 ? undefined : call.name}
      actions={
        hasRows ? (
          <>
            {role === 'member' ? null : (
              <LinkButton to="/scenarios" search={{ call: call.id }}>
                {words.scenarios}
              </LinkButton>
            )}
            <Button variant="quiet" onPress={() => void copy()}>
              {words.copy}
            </Button>
            {closed === undefined || role === 'member' ? null : (
              <Button
                onPress={() =>
                  void navigate({ to: '/documents', search: { session: closed.id, document: 'ranking' } })
                }
              >
                {words.export}
              </Button>
            )}
          </>
        ) : undefined
      }
      tools={
        <>
          {calls.length > 1 ? (
            <Select
              label={words.call}
              isLabelHidden
              value={call.id}
              options={calls.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(next) => void navigate({ to: '/classement', search: { call: next } })}
            />
          ) : null}
          {ranking.value !== undefined && hasRows ? (
            <EnvelopeBar ranking={ranking.value} pointed={pointed ?? candidature ?? null} />
          ) : null}
        </>
      }
      aside={
        candidature === undefined ? undefined : (
          <Explanation key={candidature} candidatureId={candidature} onClose={() => open(null)} />
        )
      }
    >
      <Reading read={ranking}>
        {(view) =>
          view.rows.length === 0 ? (
            <EmptyPlace
              title={words.emptyTitle}
              action={
                <Button
                  variant="primary"
                  onPress={() => void navigate({ to: '/notes', search: { call: call.id } })}
                >
                  {keepsCommittee ? words.goToMarks : words.goToMyMarks}
                </Button>
              }
            >
              {words.empty}
            </EmptyPlace>
          ) : (
            <>
              {view.orderWithoutAbsentMarkers === null ? null : (
                <Notice tone="check">
                  <div className={style.comparison}>
                    {words.withoutNotice(view.absentMarkers.map(({ name }) => name).join(', '))}
                    <Button isPressed={isComparing} onPress={() => setComparing(!isComparing)}>
                      {isComparing ? words.hideWithout : words.showWithout}
                    </Button>
                  </div>
                </Notice>
              )}
              <RankingTable
                view={view}
                opened={candidature ?? null}
                isComparing={isComparing && view.orderWithoutAbsentMarkers !== null}
                isNarrow={candidature !== undefined}
                onPoint={setPointed}
                onOpen={open}
              />
              {closed === undefined && role !== 'member' ? (
                <p className={style.hint}>{words.exportLater}</p>
              ) : null}
              <Watch callId={call.id} onOpen={open} />
            </>
          )
        }
      </Reading>
    </Page>
  )
}
