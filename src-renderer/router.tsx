import { createHashHistory, createRootRoute, createRoute, createRouter } from '@tanstack/react-router'
import { type FunctionComponent, lazy } from 'react'
import { parseAddressWords, writeAddressWords } from './frame/addressWords.ts'
import { Frame } from './frame/Frame.tsx'
import { MissingPlace } from './frame/MissingPlace.tsx'
import { RouteIncident } from './frame/RouteIncident.tsx'

/** Addresses of the screens. Every state worth coming back to has one, held after the `#`: both hosts serve one page. */
export const createAppRouter = () =>
  createRouter({
    routeTree,
    history: createHashHistory(),
    defaultPreload: false,
    defaultErrorComponent: RouteIncident,
    defaultNotFoundComponent: MissingPlace,
    parseSearch: parseAddressWords,
    stringifySearch: writeAddressWords,
  })

const screens = import.meta.glob<{ Screen: FunctionComponent }>('./features/*/Screen.tsx')

/** A screen is read from disk when one goes there. */
function screenOf(feature: string): FunctionComponent {
  const load = screens[`./features/${feature}/Screen.tsx`]
  return lazy(async () => {
    if (load === undefined) throw new Error(`features/${feature}/Screen.tsx is missing`)
    return { default: (await load()).Screen }
  })
}

const Home = screenOf('home')
const rootRoute = createRootRoute({ component: () => <Frame whenLocked={<Home />} /> })

/** A screen reads its address by `useParams` and `useSearch` with `strict: false`; every search value is a text. */
const place = (path: string, component: FunctionComponent) =>
  createRoute({
    getParentRoute: () => rootRoute,
    path,
    component,
    validateSearch: (search: Record<string, unknown>): Record<string, string> =>
      Object.fromEntries(Object.entries(search).map(([name, value]) => [name, String(value)])),
  })

const Calls = screenOf('calls')
const Grids = screenOf('grids')
const Sessions = screenOf('sessions')

const routeTree = rootRoute.addChildren([
  place('/', Home),
  place('/appels', Calls),
  place('/appels/$callId', Calls),
  place('/candidatures', screenOf('candidatures')),
  place('/candidatures/$candidatureId', screenOf('dossier')),
  place('/importer', screenOf('import')),
  place('/grilles', Grids),
  place('/grilles/$gridId', Grids),
  place('/notes', screenOf('scoring')),
  place('/classement', screenOf('ranking')),
  place('/seances', Sessions),
  place('/seances/$sessionId', Sessions),
  place('/projection/$sessionId', screenOf('projection')),
  place('/scenarios', screenOf('scenarios')),
  place('/documents', screenOf('documents')),
  place('/comite', screenOf('committee')),
  place('/autorite', screenOf('issuer')),
  place('/fichier', screenOf('file')),
  place('/envoyer', screenOf('sync')),
  place('/salle', screenOf('room')),
])
