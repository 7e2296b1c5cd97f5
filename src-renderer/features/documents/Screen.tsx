import { useNavigate, useSearch } from '@tanstack/react-router'
import type { SessionSummary } from '#shared/contract/answers.ts'
import { Reading } from '../../bridge/Reading.tsx'
import { useRead } from '../../bridge/useRead.ts'
import { useTitle } from '../../frame/useTitle.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyPlace } from '../../ui/EmptyPlace.tsx'
import { Page } from '../../ui/Page.tsx'
import { DocumentChoice } from './DocumentChoice.tsx'
import { Preview } from './Preview.tsx'
import style from './Screen.module.css'
import { VerifyDocument } from './VerifyDocument.tsx'
import { type DocumentFormat, type DocumentKind, documentsOf, words } from './words.ts'

/** The documents of a session: choose, look at the very pages, export; and verify one that comes back. */
export function Screen() {
  useTitle(words.title)
  const sessions = useRead('session.list', {})
  const search = useSearch({ strict: false }) as { session?: string; document?: string; format?: string }
  const navigate = useNavigate()
  return (
    <Reading read={sessions}>
      {(list) => {
        const session =
          list.find(({ id }) => id === search.session) ??
          list.find(({ status }) => status === 'closed') ??
          list[0]
        const document = documentOf(search.document, session)
        const format = formatOf(search.format, document)
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
              <VerifyDocument />
            </Page>
          )
        }
        const choose = (set: { session?: string; document?: DocumentKind; format?: DocumentFormat }) =>
          void navigate({
            to: '/documents',
            search: { session: session.id, document, format, ...set },
            replace: true,
          })
        return (
          <Page title={words.title} isFilled>
            <div className={style.columns}>
              <div className={style.choice}>
                <DocumentChoice
                  sessions={list}
                  session={session}
                  document={document}
                  format={format}
                  onChoose={choose}
                />
                <VerifyDocument />
              </div>
              <Preview sessionId={session.id} document={document} />
            </div>
          </Page>
        )
      }}
    </Reading>
  )
}

/** The one asked for when the session has it, else its first. */
function documentOf(text: string | undefined, session: SessionSummary | undefined): DocumentKind {
  const possible = documentsOf[session?.status ?? 'closed']
  return possible.find((kind) => kind === text) ?? possible[0] ?? 'minutes'
}

function formatOf(text: string | undefined, document: DocumentKind): DocumentFormat {
  if (text === 'docx') return 'docx'
  return text === 'csv' && document === 'ranking' ? 'csv' : 'pdf'
}
