import { useNavigate, useSearch } from '@tanstack/react-router'
import { Reading } from '../../bridge/Reading.tsx'
import { useRead } from '../../bridge/useRead.ts'
import { useTitle } from '../../frame/useTitle.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyPlace } from '../../ui/EmptyPlace.tsx'
import { Page } from '../../ui/Page.tsx'
import { BoardPage } from './BoardPage.tsx'
import { words } from './words.ts'

/** Amounts tried beside the truth, for one call. The address holds the scenario and the one it is compared with. */
export function Screen() {
  useTitle(words.title)
  const calls = useRead('call.list', {})
  const { call: callId } = useSearch({ strict: false }) as { call?: string }
  const navigate = useNavigate()
  return (
    <Reading read={calls}>
      {(list) => {
        const entry = list.find(({ call }) => call.id === callId) ?? list.at(-1)
        return entry === undefined ? (
          <Page title={words.title}>
            <EmptyPlace
              title={words.noCallTitle}
              action={
                <Button variant="primary" onPress={() => void navigate({ to: '/appels' })}>
                  {words.goToCalls}
                </Button>
              }
            >
              {words.noCall}
            </EmptyPlace>
          </Page>
        ) : (
          <BoardPage key={entry.call.id} callId={entry.call.id} calls={list.map(({ call }) => call)} />
        )
      }}
    </Reading>
  )
}
