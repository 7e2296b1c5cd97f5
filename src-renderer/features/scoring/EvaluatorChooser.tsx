import { useNavigate } from '@tanstack/react-router'
import type { Call } from '#shared/domain/call/call.ts'
import type { Member } from '#shared/domain/committee/committee.ts'
import { collegialEvaluator } from '#shared/domain/scoring/sheet.ts'
import { Reading } from '../../bridge/Reading.tsx'
import { useAct } from '../../bridge/useAct.ts'
import { useRead } from '../../bridge/useRead.ts'
import { useTitle } from '../../frame/useTitle.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyPlace } from '../../ui/EmptyPlace.tsx'
import { Page } from '../../ui/Page.tsx'
import { Select } from '../../ui/Select.tsx'
import { ProgressBar } from './ProgressBar.tsx'
import style from './Screen.module.css'
import { recusedCountWords, words } from './words.ts'

/** Whose sheets the secretariat fills: a member's, or those of the committee as one for a collegial call. */
export function EvaluatorChooser({ calls, call }: { calls: readonly Call[]; call: Call }) {
  useTitle(words.title)
  const members = useRead('member.list', {})
  const navigate = useNavigate()
  return (
    <Page title={words.title}>
      <div className={style.chooserHead}>
        <div>
          <h2>{words.whoMarks}</h2>
          <p className={style.hint}>
            {call.rules.aggregation === 'collegial' ? words.collegialHint : words.whoMarksHint}
          </p>
        </div>
        {calls.length > 1 ? (
          <Select
            label={words.call}
            value={call.id}
            options={calls.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(callId) => void navigate({ to: '/notes', search: { call: callId } })}
          />
        ) : (
          <p className={style.hint}>{call.name}</p>
        )}
      </div>
      <Reading read={members}>
        {(list) => {
          const evaluators = evaluatorsOf(call, list)
          return evaluators.length === 0 ? (
            <EmptyPlace
              title={words.noMemberTitle}
              action={
                <Button variant="primary" onPress={() => void navigate({ to: '/comite' })}>
                  {words.goToCommittee}
                </Button>
              }
            >
              {words.noMember}
            </EmptyPlace>
          ) : (
            <ul className={style.evaluators}>
              {evaluators.map((evaluator) => (
                <EvaluatorLine
                  key={evaluator.id}
                  callId={call.id}
                  mayBeHanded={evaluator.id !== collegialEvaluator}
                  {...evaluator}
                />
              ))}
            </ul>
          )
        }}
      </Reading>
    </Page>
  )
}

function EvaluatorLine({
  callId,
  mayBeHanded,
  id,
  name,
  capacity,
}: {
  callId: string
  mayBeHanded: boolean
  id: string
  name: string
  capacity: string
}) {
  const progress = useRead('sheet.progress', { callId, evaluatorId: id })
  const navigate = useNavigate()
  const handing = useAct('view.hand-over')
  const mark = () => void navigate({ to: '/notes', search: { call: callId, evaluator: id } })
  const handOver = async () => {
    const handed = await handing.act({ memberId: id })
    if (handed.ok) mark()
  }
  return (
    <li className={style.evaluator}>
      <span>
        <strong>{name}</strong>
        <span className={style.capacity}>{capacity}</span>
      </span>
      <Reading read={progress}>
        {({ filed, total, recusedCount }) => (
          <span className={style.evaluatorProgress}>
            <ProgressBar filed={filed} total={total} />
            <span className={style.hint}>{recusedCountWords(recusedCount)}</span>
          </span>
        )}
      </Reading>
      <span className={style.evaluatorActs}>
        {mayBeHanded ? (
          <Button variant="quiet" label={`${words.handOver} : ${name}`} onPress={() => void handOver()}>
            {words.handOver}
          </Button>
        ) : null}
        <Button label={`${words.mark} : ${name}`} onPress={mark}>
          {words.mark}
        </Button>
      </span>
    </li>
  )
}

function evaluatorsOf(call: Call, members: readonly Member[]) {
  if (call.rules.aggregation === 'collegial') {
    return [{ id: collegialEvaluator, name: words.collegial, capacity: '' }]
  }
  return members
    .filter((member) => member.inOffice)
    .map((member) => ({
      id: member.id,
      name: `${member.firstName} ${member.lastName}`.trim(),
      capacity: member.capacity,
    }))
}
