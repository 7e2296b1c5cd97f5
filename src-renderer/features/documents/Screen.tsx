import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { SessionSummary } from '#shared/contract/answers.ts'
import { Reading } from '../../bridge/Reading.tsx'
import { useRead } from '../../bridge/useRead.ts'
import { useTitle } from '../../frame/useTitle.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyPlace } from '../../ui/EmptyPlace.tsx'
import { Page } from '../../ui/Page.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { DisclosureSide } from './disclosure/DisclosureSide.tsx'
import { LettersSide } from './letters/LettersSide.tsx'
import { ProofSide } from './proof/ProofSide.tsx'
import style from './Screen.module.css'
import { SessionChoice } from './SessionChoice.tsx'
import { SessionSide } from './session/SessionSide.tsx'
import { TemplatesSide } from './templates/TemplatesSide.tsx'
import { type DocumentsView, documentViews, useDocumentsAddress, viewOf } from './useDocumentsAddress.ts'
import { viewWords, words } from './words.ts'

/** Every document of the chain: those of a session, the letters and acts that follow, what may be disclosed, templates, proof. */
export function Screen() {
  useTitle(words.title)
  const sessions = useRead('session.list', {})
  return <Reading read={sessions}>{(list) => <Documents sessions={list} />}</Reading>
}

function Documents({ sessions }: { sessions: readonly SessionSummary[] }) {
  const { address, goTo } = useDocumentsAddress()
  const view = viewOf(address)
  const session =
    sessions.find(({ id }) => id === address.session) ??
    sessions.find(({ status }) => status === 'closed') ??
    sessions[0]
  const content: Readonly<Record<DocumentsView, ReactNode>> = {
    seance: session === undefined ? <NoSession /> : <SessionSide key={session.id} session={session} />,
    lettres: session === undefined ? <NoSession /> : <LettersSide key={session.id} session={session} />,
    communication:
      session === undefined ? <NoSession /> : <DisclosureSide key={session.id} session={session} />,
    modeles: <TemplatesSide />,
    preuve: <ProofSide />,
  }
  const isOfSession = view !== 'modeles' && view !== 'preuve'
  return (
    <Page
      title={words.title}
      isFilled
      actions={
        session === undefined || !isOfSession ? null : (
          <SessionChoice
            sessions={sessions}
            session={session}
            onChoose={(id) => goTo({ session: id, candidature: '', piece: '' })}
          />
        )
      }
    >
      <Tabs
        label={words.sides}
        isFilled
        selected={view}
        onChange={(chosen) => goTo({ view: chosen })}
        tabs={documentViews.map((id) => ({ id, label: viewWords[id], content: content[id] }))}
      />
    </Page>
  )
}

function NoSession() {
  const navigate = useNavigate()
  return (
    <div className={style.wide}>
      <EmptyPlace
        title={words.emptyTitle}
        action={
          <Button variant="primary" onPress={() => void navigate({ to: '/seances' })}>
            {words.goToSessions}
          </Button>
        }
      >
        {words.empty}
      </EmptyPlace>
    </div>
  )
}
