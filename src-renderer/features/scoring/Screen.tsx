import { useNavigate, useSearch } from '@tanstack/react-router'
import { collegialEvaluator } from '#shared/domain/scoring/sheet.ts'
import { ForCall } from '../../bridge/ForCall.tsx'
import { useHolder } from '../../sharing/useHolder.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyPlace } from '../../ui/EmptyPlace.tsx'
import { Page } from '../../ui/Page.tsx'
import { EvaluatorChooser } from './EvaluatorChooser.tsx'
import { Pile } from './Pile.tsx'
import { SheetScreen } from './SheetScreen.tsx'
import { words } from './words.ts'

/**
 * Marks: who marks, then that person's pile, then one sheet. The address holds all three; where the laptop is a member's,
 * nobody asks who marks.
 */
export function Screen() {
  const search = useSearch({ strict: false }) as Partial<Record<'call' | 'evaluator' | 'candidature', string>>
  const navigate = useNavigate()
  const holder = useHolder()
  return (
    <ForCall words={holder.keepsCommittee ? words : { ...words, noCall: words.noCallYet, goToCalls: null }}>
      {(call, calls) => {
        if (call.gridId === null) {
          return (
            <Page title={words.title}>
              <EmptyPlace
                title={words.noGridTitle}
                action={
                  holder.keepsCommittee ? (
                    <Button
                      variant="primary"
                      onPress={() => void navigate({ to: '/appels/$callId', params: { callId: call.id } })}
                    >
                      {words.goToCall}
                    </Button>
                  ) : undefined
                }
              >
                {holder.keepsCommittee ? words.noGrid : words.noGridYet}
              </EmptyPlace>
            </Page>
          )
        }
        const isTogether = call.rules.aggregation === 'collegial'
        if (isTogether && holder.role === 'member') {
          return (
            <Page title={words.title} summary={call.name}>
              <EmptyPlace title={words.together}>{words.togetherWords}</EmptyPlace>
            </Page>
          )
        }
        const own = isTogether ? collegialEvaluator : holder.memberId
        const evaluator = holder.memberId === null ? search.evaluator : own
        if (evaluator === undefined || evaluator === null) {
          return <EvaluatorChooser calls={calls} call={call} />
        }
        return search.candidature === undefined ? (
          <Pile call={call} calls={calls} evaluatorId={evaluator} isOwn={holder.memberId !== null} />
        ) : (
          <SheetScreen
            key={`${search.candidature}/${evaluator}`}
            call={call}
            evaluatorId={evaluator}
            candidatureId={search.candidature}
          />
        )
      }}
    </ForCall>
  )
}
