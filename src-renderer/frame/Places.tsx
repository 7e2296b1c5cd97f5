import { Link } from '@tanstack/react-router'
import style from './Frame.module.css'
import type { Place, PlacesShown } from './places.ts'
import { words } from './words.ts'

/** Where whoever holds the laptop has something to do: the job in its order, then what one sets up once. */
export function Places({ shown: { job, setup } }: { shown: PlacesShown }) {
  return (
    <nav className={style.places} aria-label={words.places}>
      {job.length === 0 ? null : <PlaceList places={job} />}
      {setup.length === 0 ? null : <PlaceList places={setup} />}
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
