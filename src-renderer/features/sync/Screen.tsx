import { useNavigate, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { SyncState } from '#shared/contract/syncAnswers.ts'
import { Reading } from '../../bridge/Reading.tsx'
import { useRead } from '../../bridge/useRead.ts'
import { useTitle } from '../../frame/useTitle.ts'
import { Page } from '../../ui/Page.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { IncidentsSide } from './incidents/IncidentsSide.tsx'
import { KeySide } from './key/KeySide.tsx'
import { PeopleSide } from './people/PeopleSide.tsx'
import { RegulariseSide } from './regularise/RegulariseSide.tsx'
import { StateSide } from './state/StateSide.tsx'
import { words } from './words.ts'

/** How the file stands with the other laptops, and what a human has to do about it. The address holds the side. */
export function Screen() {
  useTitle(words.title)
  const read = useRead('sync.state', {})
  return <Page title={words.title}>{<Reading read={read}>{(sync) => <Sides sync={sync} />}</Reading>}</Page>
}

interface Side {
  readonly id: string
  readonly label: ReactNode
  readonly content: ReactNode
}

function Sides({ sync }: { sync: SyncState }) {
  const { view } = useSearch({ strict: false }) as { view?: string }
  const navigate = useNavigate()
  if (sync.sharing === 'alone') return <StateSide sync={sync} />
  const sides = sidesOf(sync)
  const selected = sides.find(({ id }) => id === view)?.id ?? 'etat'
  return (
    <Tabs
      label={words.sides}
      selected={selected}
      onChange={(id) =>
        void navigate({ to: '/envoyer', search: id === 'etat' ? {} : { view: id }, replace: true })
      }
      tabs={sides}
    />
  )
}

function sidesOf(sync: SyncState): readonly Side[] {
  const { self } = sync
  const keepsAccess = self === null || self.role === 'secretariat' || self.role === 'administrator'
  return [
    { id: 'etat', label: words.state, content: <StateSide sync={sync} /> },
    {
      id: 'regulariser',
      label: withCount(words.regularise, sync.toRegularise),
      content: <RegulariseSide />,
    },
    ...(keepsAccess ? [{ id: 'acces', label: words.access, content: <PeopleSide /> }] : []),
    { id: 'cle', label: words.key, content: <KeySide sync={sync} /> },
    { id: 'ecarts', label: withCount(words.incidents, sync.incidents), content: <IncidentsSide /> },
  ]
}

const withCount = (label: string, count: number): string => (count === 0 ? label : `${label} · ${count}`)
