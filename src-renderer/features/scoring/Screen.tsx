import { useNavigate, useSearch } from '@tanstack/react-router'
import { ForCall } from '../../bridge/ForCall.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyPlace } from '../../ui/EmptyPlace.tsx'
import { Page } from '../../ui/Page.tsx'
import { EvaluatorChooser } from './EvaluatorChooser.tsx'
import { Pile } from './Pile.tsx'
import { SheetScreen } from './SheetScreen.tsx'
import { words } from './words.ts'

/** Marks: who marks, then that person's pile, then one sheet. The address holds all three. */
export function Screen() {
  const search = useSearch({ strict: false }) as Partial<Record<'call' | 'evaluator' | 'candidature', string>>
  const navigate = useNavigate()
  return (
    <ForCall words={words}>
      {(call, calls) => {
        if (call.gridId === null) {
          return (
            <Page title={words.title}>
              <EmptyPlace
                title={words.noGridTitle}
                action={
                  <Button
                    variant="primary"
                    onPress={() => void navigate({ to: '/appels/$callId', params: { callId: call.id } })}
                  >
                    {words.goToCall}
                  </Button>
                }
              >
                {words.noGrid}
              </EmptyPlace>
            </Page>
          )
        }
        if (search.evaluator === undefined) {
          return <EvaluatorChooser calls={calls} call={call} />
        }
        return search.candidature === undefined ? (
          <Pile call={call} evaluatorId={search.evaluator} />
        ) : (
          <SheetScreen
            key={`${search.candidature}/${search.evaluator}`}
            call={call}
            evaluatorId={search.evaluator}
            candidatureId={search.candidature}
          />
        )
      }}
    </ForCall>
  )
}
