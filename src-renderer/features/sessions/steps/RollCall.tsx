import type { Member } from '#shared/domain/committee/committee.ts'
import type { Ballot, Proxy } from '#shared/domain/session/session.ts'
import { Segments } from '../../../ui/Segments.tsx'
import { nameOf } from '../personName.ts'
import { ballotWords, words } from '../words.ts'
import style from './ItemPanel.module.css'

/** A public ballot, voter by voter; everybody is for until said otherwise. */
export function RollCall({
  members,
  voters,
  named,
  onNamed,
}: {
  members: readonly Member[]
  voters: { readonly ids: readonly string[]; readonly proxies: readonly Proxy[] }
  named: Readonly<Record<string, Ballot>>
  onNamed: (named: Readonly<Record<string, Ballot>>) => void
}) {
  return (
    <ul className={style.lines}>
      {voters.ids.map((id) => {
        const name = nameOf(members, id)
        const proxy = voters.proxies.find(({ giverId }) => giverId === id)
        return (
          <li key={id} className={style.line}>
            <span>
              {name}
              {proxy === undefined ? null : (
                <span className={style.hint}> {words.byProxy(nameOf(members, proxy.holderId))}</span>
              )}
            </span>
            <Segments
              label={name}
              isLabelHidden
              value={named[id] ?? 'for'}
              options={ballots.map((value) => ({ value, label: ballotWords[value] }))}
              onChange={(ballot: Ballot) => onNamed({ ...named, [id]: ballot })}
            />
          </li>
        )
      })}
    </ul>
  )
}

const ballots: readonly Ballot[] = ['for', 'against', 'abstention', 'not-taking-part']
