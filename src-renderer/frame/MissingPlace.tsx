import { useNavigate } from '@tanstack/react-router'
import { Button } from '../ui/Button.tsx'
import { EmptyPlace } from '../ui/EmptyPlace.tsx'
import { Page } from '../ui/Page.tsx'
import { words } from './words.ts'

export function MissingPlace() {
  const navigate = useNavigate()
  return (
    <Page title={words.missing}>
      <EmptyPlace
        title={words.missingTitle}
        action={
          <Button variant="primary" onPress={() => void navigate({ to: '/appels' })}>
            {words.missingBack}
          </Button>
        }
      >
        <p>{words.missingWords}</p>
      </EmptyPlace>
    </Page>
  )
}
