import { useNavigate, useSearch } from '@tanstack/react-router'
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
import { words } from './words.ts'

/** Every document of the chain: those of a session, the letters and acts that follow, what may be disclosed, templates, proof. */
export function Screen() {
  useTitle(words.title)
  const sessions = useRead('session.list', {})
  const search = useSearch({ strict: false }) as { session?: string; view?: string }
  const navigate = useNavigate()
  return (
    <Reading read={sessions}>
      {(list) => {
        const session =
          list.find(({ id }) => id === search.session) ??
          list.find(({ status }) => status === 'closed') ??
          list[0]
        if (session === undefined) {
          return (
            <Page title={words.title}>
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
              <ProofSide />
            </Page>
          )
        }
        const goTo = (set: Record<string, string>) =>
          void navigate({
            to: '/documents',
            search: { ...search, session: session.id, ...set },
            replace: true,
          })
        const choice = (
          <SessionChoice sessions={list} session={session} onChoose={(id) => goTo({ session: id })} />
        )
        return (
          <Page title={words.title} isFilled>
            <div className={style.sides}>
              <Tabs
                label={words.sides}
                selected={search.view ?? 'seance'}
                onChange={(view) => goTo({ view })}
                tabs={[
                  {
                    id: 'seance',
                    label: words.session,
                    content: <SessionSide key={session.id} session={session} choice={choice} />,
                  },
                  {
                    id: 'lettres',
                    label: words.letters,
                    content: <LettersSide key={session.id} session={session} choice={choice} />,
                  },
                  {
                    id: 'communication',
                    label: words.disclosure,
                    content: <DisclosureSide key={session.id} session={session} choice={choice} />,
                  },
                  { id: 'modeles', label: words.templates, content: <TemplatesSide /> },
                  { id: 'preuve', label: words.proof, content: <ProofSide /> },
                ]}
              />
            </div>
          </Page>
        )
      }}
    </Reading>
  )
}
