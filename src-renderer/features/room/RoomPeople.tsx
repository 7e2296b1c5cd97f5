import type { RoomPerson, RoomState } from '#shared/contract/syncAnswers.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Table } from '../../ui/Table.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { lagOf } from './lagOf.ts'
import style from './Room.module.css'
import { words } from './words.ts'

/** Who came, who is still there, and how far each has received what was written. */
export function RoomPeople({ room }: { room: RoomState }) {
  const { people, notOrdered, reachesCentre, standing } = room
  const here = people.filter(({ isHere, isHub }) => isHere || isHub).length
  return (
    <section className={style.section}>
      <h2>
        {words.people} <span className={style.soft}>{words.present(here)}</span>
      </h2>
      <Table
        caption={words.people}
        rows={people}
        rowKey={({ deviceId }) => deviceId}
        columns={[
          {
            key: 'name',
            header: words.person,
            isRowHeader: true,
            cell: (person) => (
              <>
                {person.name}
                <PersonPart person={person} />
              </>
            ),
          },
          {
            key: 'here',
            header: words.presence,
            width: '6rem',
            cell: ({ isHere, isHub }) =>
              isHere || isHub ? (
                <Tag tone="favourable">{words.isHere}</Tag>
              ) : (
                <Tag tone="neutral">{words.isAway}</Tag>
              ),
          },
          // The hub alone hears how far each one is.
          ...(room.isHub
            ? [
                {
                  key: 'holds',
                  header: words.holds,
                  width: '9rem',
                  cell: (person: RoomPerson) => <Received person={person} people={people} />,
                },
              ]
            : []),
        ]}
      />
      {notOrdered === 0 ? null : <Notice tone="info">{words.notOrdered(notOrdered)}</Notice>}
      {standing === 'open' ? (
        <p className={style.hint}>
          {reachesCentre ? words.newsLive : words.newsLater} {words.newsLeased}
        </p>
      ) : null}
    </section>
  )
}

function PersonPart({ person: { isHub, isSuccessor } }: { person: RoomPerson }) {
  const part = isHub ? words.isHub : isSuccessor ? words.isSuccessor : null
  return part === null ? null : <div className={style.soft}>{part}</div>
}

function Received({ person, people }: { person: RoomPerson; people: readonly RoomPerson[] }) {
  const lag = lagOf(person, people)
  if (lag === null) return <span className={style.soft}>{words.neverHeard}</span>
  return lag === 0 ? words.upToDate : words.behind(lag)
}
