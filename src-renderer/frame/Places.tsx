import { Link } from '@tanstack/react-router'
import { useSync } from '../sharing/useSync.ts'
import style from './Frame.module.css'
import { jobPlaces, memberPlaces, type Place, setupPlaces, sharingPlaces } from './places.ts'
import { words } from './words.ts'

/** A member who holds the laptop goes where a member has something to do; on his own, where it is shared too. */
export function Places({ isMember }: { isMember: boolean }) {
  const sync = useSync()
  return (
    <nav className={style.places} aria-label={words.places}>
      <PlaceList places={isMember ? memberPlaces : jobPlaces} />
      {isMember ? null : <PlaceList places={setupPlaces} />}
      {isMember && sync !== undefined ? <PlaceList places={sharingPlaces} /> : null}
    </nav>
  )
}

function PlaceList({ places }: { places: readonly Place[] }) {
  return (
    <ul>
      {places.map(({ path, label, icon: Icon }) => (
        <li key={path}>
          <Link to={path} className={style.place} activeOptions={{ exact: false, includeSearch: false }}>
            <Icon aria-hidden="true" />
            {label}
          </Link>
        </li>
      ))}
    </ul>
  )
}
