import { useQueryErrorResetBoundary } from '@tanstack/react-query'
import type { ErrorComponentProps } from '@tanstack/react-router'
import { Button } from '../ui/Button.tsx'
import { Page } from '../ui/Page.tsx'
import { words } from './words.ts'

/** What a bug leaves on the screen: what is safe, how to go on, and what to send. */
export function RouteIncident({ error, reset }: ErrorComponentProps) {
  const { reset: resetReads } = useQueryErrorResetBoundary()
  return (
    <Page title={words.incidentTitle}>
      <p>{words.incidentWords}</p>
      <p>
        <code>{error instanceof Error ? error.message : String(error)}</code>
      </p>
      <div>
        <Button
          variant="primary"
          onPress={() => {
            resetReads()
            reset()
          }}
        >
          {words.incidentAgain}
        </Button>
      </div>
    </Page>
  )
}
