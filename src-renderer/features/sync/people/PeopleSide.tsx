import { UserPlus } from 'lucide-react'
import { useState } from 'react'
import type { SyncPeople } from '#shared/contract/syncAnswers.ts'
import type { Member } from '#shared/domain/committee/committee.ts'
import { Reading } from '../../../bridge/Reading.tsx'
import { useRead } from '../../../bridge/useRead.ts'
import { Button } from '../../../ui/Button.tsx'
import { Table } from '../../../ui/Table.tsx'
import style from '../Sync.module.css'
import { InvitePerson } from './InvitePerson.tsx'
import { ManageAccess } from './ManageAccess.tsx'
import { PendingInvitations } from './PendingInvitations.tsx'
import peopleStyle from './People.module.css'
import { DeviceNames, RightNames } from './PersonCells.tsx'
import { words } from './words.ts'

/** Who has access, by which right, from which laptops; and the way to invite, to manage, to revoke. */
export function PeopleSide() {
  const people = useRead('sync.people.list', {})
  const members = useRead('member.list', {})
  return (
    <Reading read={people}>
      {(found) => <Reading read={members}>{(list) => <PeopleTable people={found} members={list} />}</Reading>}
    </Reading>
  )
}

function PeopleTable({
  people: { people, invitations },
  members,
}: {
  people: SyncPeople
  members: readonly Member[]
}) {
  const [isInviting, setInviting] = useState(false)
  const [managed, setManaged] = useState<string | null>(null)
  const person = people.find(({ userId }) => userId === managed)
  return (
    <div className={style.stack}>
      <div className={peopleStyle.lead}>
        <p className={style.hint}>{words.lead}</p>
        <Button variant="primary" onPress={() => setInviting(true)}>
          <UserPlus aria-hidden="true" />
          {words.invite}
        </Button>
      </div>
      <Table
        caption={words.person}
        rows={people}
        rowKey={({ userId }) => userId}
        columns={[
          {
            key: 'name',
            header: words.person,
            isRowHeader: true,
            cell: ({ name, email }) => (
              <>
                {name}
                {email === '' ? null : <div className={peopleStyle.soft}>{email}</div>}
              </>
            ),
          },
          {
            key: 'rights',
            header: words.right,
            cell: ({ mandates }) => <RightNames mandates={mandates} members={members} />,
          },
          { key: 'devices', header: words.devices, cell: ({ devices }) => <DeviceNames devices={devices} /> },
          {
            key: 'manage',
            header: <span className="visually-hidden">{words.actions}</span>,
            width: '6rem',
            align: 'end',
            cell: ({ userId, name }) => (
              <Button variant="quiet" label={words.manageLabel(name)} onPress={() => setManaged(userId)}>
                {words.manage}
              </Button>
            ),
          },
        ]}
      />
      <PendingInvitations invitations={invitations} />
      {isInviting ? <InvitePerson members={members} onClose={() => setInviting(false)} /> : null}
      {person === undefined ? null : (
        <ManageAccess person={person} members={members} onClose={() => setManaged(null)} />
      )}
    </div>
  )
}
