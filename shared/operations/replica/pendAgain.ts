import type { Draft } from '../authority/draft.ts'
import { decodeCommitBody } from '../commitDecode.ts'
import { type OwnCommit, type OwnHead, type OwnPlace, ownKey, type PendingPlace } from './records.ts'

/** An own commit is shown on top again, among those that no authority settled, in the order in which this copy wrote them. */
export function pendAgain(rows: Draft, own: OwnCommit, place: OwnPlace): void {
  const head = rows.row('ownHead', 'own')
  const chains = chainsOf(head).map(({ dev }) => dev)
  for (const entity of own.entities) {
    const others = (rows.row('pendingOn', entity)?.ops ?? []).filter((each) => ownKey(each) !== ownKey(place))
    const ops = inOrder([...others, ...placesOf(own.commit.body, entity, place)], chains)
    rows.put('pendingOn', entity, ops.length === 0 ? null : { ops })
  }
}

/** Every place that this copy wrote, in the order of writing. */
export function* ownPlaces(head: OwnHead | null): Generator<OwnPlace> {
  for (const { dev, seq: last } of chainsOf(head)) for (let seq = 1; seq <= last; seq++) yield { dev, seq }
}

const chainsOf = (head: OwnHead | null): readonly OwnPlace[] => (head === null ? [] : [...head.former, head])

function placesOf(bytes: Uint8Array, entity: string, place: OwnPlace): readonly PendingPlace[] {
  const body = decodeCommitBody(bytes)
  const { dev, seq } = place
  return body.ok ? body.value.ops.flatMap(({ e }, index) => (e === entity ? [{ dev, seq, index }] : [])) : []
}

/** @param chains devices in the order in which this copy wrote under them. */
const inOrder = (places: readonly PendingPlace[], chains: readonly string[]): readonly PendingPlace[] =>
  [...places].sort(
    (a, b) => chains.indexOf(a.dev) - chains.indexOf(b.dev) || a.seq - b.seq || a.index - b.index,
  )
