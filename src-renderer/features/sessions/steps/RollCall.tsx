import type { KeyboardEvent } from 'react'
import type { Member } from '#shared/domain/committee/committee.ts'
import type { Ballot } from '#shared/domain/session/session.ts'
import { Button } from '../../../ui/Button.tsx'
import { Segments } from '../../../ui/Segments.tsx'
import { nameOf } from '../personName.ts'
import { ballotWords, words } from '../words.ts'
import style from './ItemPanel.module.css'
import type { Voters } from './itemVoters.ts'
import { stepWords } from './words.ts'

/** Votes by name, voter by voter; nobody has voted until it is noted. One letter notes a ballot and goes on. */
export function RollCall({
  members,
  voters,
  named,
  onNamed,
}: {
  members: readonly Member[]
  voters: Voters
  named: Readonly<Record<string, Ballot>>
  onNamed: (named: Readonly<Record<string, Ballot>>) => void
}) {
  const onKeyDown = (event: KeyboardEvent<HTMLUListElement>) => {
    const ballot = ballotOfKey[event.key.toLowerCase()]
    const lines = [...event.currentTarget.children]
    const place = lines.findIndex((line) => line.contains(document.activeElement))
    const id = voters.ids[place]
    if (ballot === undefined || id === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    onNamed({ ...named, [id]: ballot })
    const next = lines[place + 1]
    const target =
      next?.querySelector<HTMLElement>('input:checked') ?? next?.querySelector<HTMLElement>('input')
    target?.focus()
  }
  const uncalled = voters.ids.filter((id) => named[id] === undefined)
  const noteOthersFor = () =>
    onNamed({ ...named, ...Object.fromEntries(uncalled.map((id) => [id, 'for'] as const)) })
  return (
    <>
      <p className={style.hint}>{stepWords.rollCallKeys}</p>
      <ul className={style.rollCall} onKeyDown={onKeyDown}>
        {voters.ids.map((id) => {
          const name = nameOf(members, id)
          const proxy = voters.proxies.find(({ giverId }) => giverId === id)
          return (
            <li key={id} className={style.voter}>
              <span>
                {name}
                {proxy === undefined ? null : (
                  <span className={style.hint}> {words.byProxy(nameOf(members, proxy.holderId))}</span>
                )}
              </span>
              <Segments
                label={name}
                isLabelHidden
                value={named[id] ?? null}
                options={ballots.map((value) => ({ value, label: ballotWords[value] }))}
                onChange={(ballot: Ballot) => onNamed({ ...named, [id]: ballot })}
              />
            </li>
          )
        })}
      </ul>
      {uncalled.length === 0 ? null : (
        <span>
          <Button onPress={noteOthersFor}>{stepWords.othersFor(uncalled.length)}</Button>
        </span>
      )}
    </>
  )
}

const ballots: readonly Ballot[] = ['for', 'against', 'abstention', 'not-taking-part']

const ballotOfKey: Readonly<Record<string, Ballot>> = {
  p: 'for',
  c: 'against',
  a: 'abstention',
  n: 'not-taking-part',
}
