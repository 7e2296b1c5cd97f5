import { Navigate, Outlet, useLocation } from '@tanstack/react-router'
import { type ReactNode, Suspense, useState } from 'react'
import { Reading } from '../bridge/Reading.tsx'
import { useReadAgainOnChange } from '../bridge/useHostEvents.ts'
import { useRead } from '../bridge/useRead.ts'
import { useHolder } from '../sharing/useHolder.ts'
import { useSync } from '../sharing/useSync.ts'
import { Spinner } from '../ui/Spinner.tsx'
import style from './Frame.module.css'
import { GlobalKeys } from './GlobalKeys.tsx'
import { HoldHomeContext } from './holdHome.ts'
import { OnlyRead } from './OnlyRead.tsx'
import { Places } from './Places.tsx'
import { memberPlaces, placesFor, sharingPlaces } from './places.ts'
import { RoomEnded } from './RoomEnded.tsx'
import { TopBar } from './TopBar.tsx'
import { TrustLine } from './TrustLine.tsx'
import { words } from './words.ts'

/**
 * The furniture around every screen. Without an open file, the first-run screen takes the whole window, and the address
 * stays: after unlocking one is back where one was.
 */
export function Frame({ whenLocked }: { whenLocked: ReactNode }) {
  useReadAgainOnChange()
  const [isHeld, setHeld] = useState(false)
  const { pathname } = useLocation()
  const state = useRead('app.state', {})
  const { role } = useHolder()
  // On a lent laptop the host says nothing of the sharing.
  const maySeeSharing = useSync() !== undefined
  return (
    <HoldHomeContext value={setHeld}>
      <Reading read={state}>
        {(app) =>
          app.file === null || isHeld ? (
            <Suspense fallback={<Spinner />}>{whenLocked}</Suspense>
          ) : pathname === '/' ? (
            <Navigate to="/appels" replace />
          ) : app.viewer !== null && !isForMembers(pathname) && !isWall(pathname) ? (
            <Navigate to="/notes" replace />
          ) : role === 'administrator' && pathname === '/appels' ? (
            <Navigate to="/envoyer" replace />
          ) : isWall(pathname) ? (
            <Suspense fallback={<Spinner />}>
              <Outlet />
            </Suspense>
          ) : (
            <div className={style.frame}>
              <button type="button" className={style.skip} onClick={goToContent}>
                {words.skip}
              </button>
              <TopBar app={app} />
              <Places shown={placesFor(role, app.viewer === null || maySeeSharing)} />
              <main id="content" className={style.content} tabIndex={-1}>
                <Suspense fallback={<Spinner />}>
                  <Outlet />
                </Suspense>
              </main>
              <OnlyRead role={role} pathname={pathname} />
              <RoomEnded />
              <TrustLine app={app} />
              <GlobalKeys app={app} />
            </div>
          )
        }
      </Reading>
    </HoldHomeContext>
  )
}

/** While a member holds the laptop, what only the secretary does is not even shown. */
const isForMembers = (pathname: string): boolean =>
  [...memberPlaces, ...sharingPlaces].some(({ path }) => pathname === path || pathname.startsWith(`${path}/`))

/** The wall shows what is sent to it and no furniture. */
const isWall = (pathname: string): boolean => pathname.startsWith('/projection/')

function goToContent() {
  document.getElementById('content')?.focus()
}
