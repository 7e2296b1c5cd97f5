import { useNavigate, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { OutputOf } from '#shared/contract/contract.ts'
import type { Call } from '#shared/domain/call/call.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyPlace } from '../ui/EmptyPlace.tsx'
import { Page } from '../ui/Page.tsx'
import { Reading } from './Reading.tsx'
import { useRead } from './useRead.ts'

export interface ForCallProps {
  readonly words: {
    readonly title: string
    readonly noCallTitle: string
    readonly noCall: string
    /** Null: whoever holds this laptop opens no call. */
    readonly goToCalls: string | null
  }
  readonly children: (call: Call, calls: readonly Call[]) => ReactNode
}

/** A screen about one call: the one that the address names, else the newest; without any, the way to open one. */
export function ForCall({ words, children }: ForCallProps) {
  const lines = useRead('call.list', {})
  const { call: callId } = useSearch({ strict: false }) as { call?: string }
  const navigate = useNavigate()
  return (
    <Reading read={lines}>
      {(list: OutputOf<'call.list'>) => {
        const calls = list.map(({ call }) => call)
        const call = calls.find(({ id }) => id === callId) ?? calls.at(-1)
        if (call !== undefined) return children(call, calls)
        return (
          <Page title={words.title}>
            <EmptyPlace
              title={words.noCallTitle}
              action={
                words.goToCalls === null ? undefined : (
                  <Button variant="primary" onPress={() => void navigate({ to: '/appels' })}>
                    {words.goToCalls}
                  </Button>
                )
              }
            >
              {words.noCall}
            </EmptyPlace>
          </Page>
        )
      }}
    </Reading>
  )
}
