import { canonicalJson, type Json } from '#shared/kernel/canonicalJson.ts'
import { memoryRows } from '#shared/operations/authority/memoryRows.ts'
import { feedFor } from '#shared/operations/feed/feedFor.ts'
import { openReplica } from '#shared/operations/replica/openReplica.ts'
import { takeFeed } from '#shared/operations/replica/takeFeed.ts'
import { centre, secretary } from '../meeting/cast.ts'
import { closingFacts } from '../nodes/closingFacts.ts'
import { loaded } from '../nodes/loaded.ts'
import { type RowStore, rowsOn } from '../nodes/rowStore.ts'
import { centreLog, type WorldOf } from '../nodes/worldOf.ts'
import type { LoggedCommit } from '../oracles/loggedCommit.ts'
import type { MeetingWorld } from './invariants.ts'

type Copied = Pick<RowStore, 'row' | 'scan'>

/**
 * [I1] [SY13] The digest that a closing signed, computed again by who was there from the first entry and folded the log up to
 * the closing by himself; and what that closing froze is today, byte for byte, what it was then.
 */
export function closingsBroken(
  world: MeetingWorld,
  { cryptography }: WorldOf,
  log: readonly LoggedCommit[],
): string | null {
  const disk = world.hosts.get(centre)?.disk
  const closing = log.find(({ verdict, operations }) => verdict === 'ok' && operations?.some(isClosing))
  const operation = closing?.operations?.find(isClosing)
  if (disk === undefined || closing === undefined || operation === undefined) return null
  // Whoever lost a right since, or is recused, is not told all that was: that is another question.
  const now = rowsOn(disk, centre)
  const copy = memoryRows(openReplica(secretary, centreLog))
  const takeUpTo = (end: number): boolean => {
    for (
      let g = copy.row('cursor', centreLog)?.g ?? 0;
      g < end;
      g = copy.row('cursor', centreLog)?.g ?? end
    ) {
      const feed = loaded(feedFor(now, { user: secretary }, g, end - g))
      const { changes } = loaded(
        takeFeed(copy, { ...feed, grants: [], purges: [], anew: false }, cryptography),
      )
      if (changes.length === 0) return false
      copy.apply(changes)
    }
    return [...copy.scan('readOnly')].length === 0 && isWhole(log, end, copy)
  }
  if (!takeUpTo(closing.g - 1)) return null
  const { at, number, factsDigest } = operation.data as unknown as Closing
  const session = operation.entity.slice('session/'.length)
  const digest = closingFacts(cryptography)(copy, session, { at, number })
  if (digest !== factsDigest) return `the closing at ${closing.g} signed other facts than the log tells`
  const frozen = frozenStates(copy, session)
  if (!takeUpTo(log.at(-1)?.g ?? 0)) return null
  for (const [entity, text] of frozenStates(copy, session))
    if (frozen.get(entity) !== text) return `${entity} is not what the closing at ${closing.g} froze`
  return null
}

/** Every accepted body was given: the fold lacks nothing. */
const isWhole = (log: readonly LoggedCommit[], end: number, copy: Copied): boolean =>
  log.every(
    ({ g, cid, verdict, scope }) =>
      g > end || verdict !== 'ok' || scope === 'control' || copy.row('commit', cid) !== null,
  )

/** What the decided points of a session rest on. */
function frozenStates(copy: Copied, sessionId: string): ReadonlyMap<string, string> {
  const session = copy.row('aggregate', `session/${sessionId}`)?.state as Frozen | null | undefined
  const decided = new Set(
    (session?.agenda ?? []).flatMap(({ candidatureId, outcome }) =>
      outcome === null || outcome.opinion === 'deferred' ? [] : [candidatureId],
    ),
  )
  return new Map(
    [...copy.scan('aggregate')].flatMap(([entity, { state }]): [string, string][] => {
      const [kind, id = ''] = entity.split('/')
      const isFrozen = ['candidature', 'sheet', 'recusal'].includes(kind ?? '') && decided.has(id)
      return isFrozen ? [[entity, canonicalJson(state as Json)]] : []
    }),
  )
}

interface Frozen {
  readonly agenda: readonly {
    readonly candidatureId: string
    readonly outcome: { readonly opinion: string } | null
  }[]
}

interface Closing {
  readonly at: string
  readonly number: string
  readonly factsDigest: string
}

const isClosing = ({ kind }: { readonly kind: string }): boolean => kind === 'session.close@1'
