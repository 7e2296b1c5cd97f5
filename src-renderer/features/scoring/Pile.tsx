import { Link, useNavigate } from '@tanstack/react-router'
import type { Call } from '#shared/domain/call/call.ts'
import { Reading } from '../../bridge/Reading.tsx'
import { useRead } from '../../bridge/useRead.ts'
import { useTitle } from '../../frame/useTitle.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyPlace } from '../../ui/EmptyPlace.tsx'
import { Page } from '../../ui/Page.tsx'
import { Select } from '../../ui/Select.tsx'
import { Table } from '../../ui/Table.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { evaluatorName } from './evaluatorName.ts'
import { ProgressBar } from './ProgressBar.tsx'
import style from './Screen.module.css'
import { unmarkedNeighbour } from './unmarkedNeighbour.ts'
import { recusedCountWords, words } from './words.ts'

/** One evaluator's candidatures, with the state of each sheet. Recused ones are counted, never described. */
export function Pile({
  call,
  calls,
  evaluatorId,
  isOwn,
}: {
  call: Call
  calls: readonly Call[]
  evaluatorId: string
  /** The laptop is that evaluator's: there is nobody else to mark for, and no list to go back to. */
  isOwn: boolean
}) {
  const progress = useRead('sheet.progress', { callId: call.id, evaluatorId })
  const members = useRead('member.list', {})
  const navigate = useNavigate()
  const sheetAddress = (candidature: string) => ({ call: call.id, evaluator: evaluatorId, candidature })
  const name = evaluatorName(members.value, evaluatorId)
  useTitle(name === '' ? words.title : `${words.title} · ${name}`)
  return (
    <Reading read={progress}>
      {({ filed, total, recusedCount, candidatures }) => {
        const next = unmarkedNeighbour(candidatures, null, 'next')
        const begun = candidatures.some((line) => line.state !== 'to-mark')
        return (
          <Page
            title={name}
            summary={
              <span className={style.summary}>
                <ProgressBar filed={filed} total={total} />
                {recusedCountWords(recusedCount)}
              </span>
            }
            tools={
              isOwn && calls.length > 1 ? (
                <Select
                  label={words.call}
                  isLabelHidden
                  value={call.id}
                  options={calls.map(({ id, name }) => ({ value: id, label: name }))}
                  onChange={(next) => void navigate({ to: '/notes', search: { call: next } })}
                />
              ) : undefined
            }
            actions={
              <>
                {isOwn ? null : (
                  <Button
                    variant="quiet"
                    onPress={() => void navigate({ to: '/notes', search: { call: call.id } })}
                  >
                    {words.changeEvaluator}
                  </Button>
                )}
                {next === null ? null : (
                  <Button
                    variant="primary"
                    autoFocus
                    onPress={() => void navigate({ to: '/notes', search: sheetAddress(next) })}
                  >
                    {begun ? words.goOn : words.begin}
                  </Button>
                )}
              </>
            }
          >
            {candidatures.length === 0 ? (
              <EmptyPlace
                title={words.noCandidatureTitle}
                action={
                  isOwn ? undefined : (
                    <Button
                      variant="primary"
                      onPress={() => void navigate({ to: '/candidatures', search: { call: call.id } })}
                    >
                      {words.goToCandidatures}
                    </Button>
                  )
                }
              >
                {words.noCandidature}
              </EmptyPlace>
            ) : (
              <Table
                caption={words.pile}
                rows={candidatures}
                rowKey={(line) => line.candidatureId}
                columns={[
                  {
                    key: 'number',
                    header: words.number,
                    align: 'end',
                    width: '3.5rem',
                    cell: (line) => line.number,
                  },
                  {
                    key: 'applicant',
                    header: words.applicant,
                    isRowHeader: true,
                    width: '32%',
                    cell: (line) => (
                      <Link
                        className={style.link ?? ''}
                        to="/notes"
                        search={sheetAddress(line.candidatureId)}
                      >
                        {line.applicant}
                      </Link>
                    ),
                  },
                  { key: 'project', header: words.project, cell: (line) => line.title },
                  {
                    key: 'state',
                    header: words.state,
                    width: '8rem',
                    cell: (line) => <SheetState state={line.state} />,
                  },
                ]}
              />
            )}
          </Page>
        )
      }}
    </Reading>
  )
}

function SheetState({ state }: { state: 'to-mark' | 'draft' | 'filed' }) {
  if (state === 'filed') return <Tag tone="favourable">{words.stateFiled}</Tag>
  return (
    <Tag tone={state === 'draft' ? 'reserved' : 'neutral'}>
      {state === 'draft' ? words.stateDraft : words.stateToMark}
    </Tag>
  )
}
