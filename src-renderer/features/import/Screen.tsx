import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { ImportOutcome } from '#shared/contract/answers.ts'
import { Reading } from '../../bridge/Reading.tsx'
import { useRead } from '../../bridge/useRead.ts'
import { useTitle } from '../../frame/useTitle.ts'
import { EmptyPlace } from '../../ui/EmptyPlace.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Page } from '../../ui/Page.tsx'
import { Select } from '../../ui/Select.tsx'
import { ChooseSource } from './ChooseSource.tsx'
import { Outcome } from './Outcome.tsx'
import { SourcePreview } from './SourcePreview.tsx'
import { words } from './words.ts'

interface ImportAddress {
  readonly call?: string
}

/** Choose a file, look at what it would bring, bring it, and take it back if need be. */
export function Screen() {
  useTitle(words.title)
  const navigate = useNavigate()
  const address = useSearch({ strict: false }) as ImportAddress
  const calls = useRead('call.list', {})
  const [path, setPath] = useState<string | null>(null)
  const [outcome, setOutcome] = useState<ImportOutcome | null>(null)
  return (
    <Page title={words.title}>
      <Reading read={calls}>
        {(lines) => {
          const callId = lines.find(({ call }) => call.id === address.call)?.call.id ?? lines.at(-1)?.call.id
          if (callId === undefined) {
            return (
              <EmptyPlace
                title={words.noCallTitle}
                action={
                  <LinkButton variant="primary" to="/appels">
                    {words.goToCalls}
                  </LinkButton>
                }
              >
                <p>{words.noCallWords}</p>
              </EmptyPlace>
            )
          }
          if (outcome !== null) {
            return <Outcome outcome={outcome} callId={callId} onAgain={() => setOutcome(null)} />
          }
          return (
            <>
              <p>{words.lead}</p>
              {lines.length > 1 ? (
                <Select
                  label={words.call}
                  value={callId}
                  options={lines.map(({ call }) => ({ value: call.id, label: call.name }))}
                  onChange={(call) => void navigate({ to: '/importer', search: { call }, replace: true })}
                />
              ) : null}
              <ChooseSource path={path} onChoose={setPath} />
              {path === null ? null : (
                <SourcePreview
                  key={path}
                  callId={callId}
                  path={path}
                  onDone={(done) => {
                    setOutcome(done)
                    setPath(null)
                  }}
                />
              )}
            </>
          )
        }}
      </Reading>
    </Page>
  )
}
