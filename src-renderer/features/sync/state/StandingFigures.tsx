import type { SyncState } from '#shared/contract/syncAnswers.ts'
import { FieldList } from '../../../ui/FieldList.tsx'
import { formatCount } from '../../../ui/formatCount.ts'
import { formatInstant } from '../../../ui/formatDate.ts'
import style from '../Sync.module.css'
import { roleWords } from '../words.ts'
import { words } from './words.ts'

/** To send, received, last contact; then who this laptop is and whom it follows. */
export function StandingFigures({ sync }: { sync: SyncState }) {
  const { self, lastContact } = sync
  const [day, hour] = lastContact === null ? [words.never, null] : formatInstant(lastContact).split(' à ')
  return (
    <>
      <dl className={style.figures}>
        <div>
          <dt>{words.toSend}</dt>
          <dd>{formatCount(sync.toSend)}</dd>
        </div>
        <div>
          <dt>{words.received}</dt>
          <dd>{formatCount(sync.received)}</dd>
        </div>
        <div>
          <dt>{words.lastContact}</dt>
          <dd>
            {hour ?? day}
            {hour === null ? null : <small>{day}</small>}
          </dd>
        </div>
      </dl>
      <FieldList
        items={[
          ...(self === null ? [] : [{ name: words.self, value: nameAndRole(self) }]),
          { name: words.follows, value: followed(sync) },
        ]}
      />
    </>
  )
}

/** The first account of a server bears the name of its role. */
const nameAndRole = ({ name, role }: NonNullable<SyncState['self']>): string =>
  name === roleWords[role].label ? name : `${name} · ${roleWords[role].label}`

const followed = ({ follows }: SyncState): string =>
  follows === null ? words.followsNobody : follows === 'room' ? words.followsRoom : words.followsCentre
