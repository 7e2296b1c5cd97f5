import { useNavigate, useSearch } from '@tanstack/react-router'
import { Reading } from '../../bridge/Reading.tsx'
import { useRead } from '../../bridge/useRead.ts'
import { useTitle } from '../../frame/useTitle.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyPlace } from '../../ui/EmptyPlace.tsx'
import { Page } from '../../ui/Page.tsx'
import { RankingPage } from './RankingPage.tsx'
import { words } from './words.ts'

/** The ranking of one call under its envelope. */
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
          <RankingPage call={entry.call} calls={list.map(({ call }) => call)} />
        )
      }}
    </Reading>
  )
}
