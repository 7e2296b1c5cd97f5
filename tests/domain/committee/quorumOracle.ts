import fc from 'fast-check'
import {
  type InstanceType,
  instanceTypes,
  type Member,
  type Recusal,
} from '#shared/domain/committee/committee.ts'
import type { Proxy } from '#shared/domain/session/session.ts'
import { memberId, memberOf, recusalOf } from '../builders.ts'

export interface Meeting {
  readonly type: InstanceType
  readonly members: readonly Member[]
  readonly substitutions: Readonly<Record<string, string>>
  readonly presentIds: readonly string[]
  readonly proxies: readonly Proxy[]
  readonly proxiesPerHolder: number
  readonly recusals: readonly Recusal[]
  readonly secondConvocation: boolean
}

/**
 * A second opinion, written from french-rules §1.2 and §1.3 seat by seat, without a glance at the program: every full
 * member in office whose voice counts has a seat, and one person at most sits on it.
 */
export function quorumOracle(meeting: Meeting): { counted: number; base: number; reached: boolean } {
  const { type, presentIds, proxies, proxiesPerHolder } = meeting
  const seats = meeting.members
    .filter((m) => m.substituteOf === null && m.inOffice && m.voice === 'deliberative')
    .map((m) => meeting.substitutions[m.id] ?? m.id)
  const recused = (id: string) =>
    meeting.recusals.find((r) => r.memberId === id && r.status !== 'set-aside')?.counting
  // NUMERATEUR: off the present. NUMERATEUR_ET_DENOMINATEUR: off the members in office too.
  const base = seats.filter((id) => recused(id) !== 'numerator-and-denominator').length
  const inPerson = seats.filter((id) => presentIds.includes(id) && recused(id) === undefined)
  // « ou ont donné mandat »: committees placed near the State only (R133-10); never for a council.
  const mandatesCount = type === 'commission_consultative_etat' || type === 'commission_detr'
  const heard: { giverId: string; holderId: string }[] = []
  for (const { giverId, holderId } of mandatesCount ? proxies : []) {
    const isAway = seats.includes(giverId) && !presentIds.includes(giverId)
    const isFree = recused(giverId) === undefined && !heard.some((one) => one.giverId === giverId)
    const carries = heard.filter((one) => one.holderId === holderId).length
    if (isAway && isFree && inPerson.includes(holderId) && carries < proxiesPerHolder)
      heard.push({ giverId, holderId })
  }
  const counted = inPerson.length + heard.length
  const enough = type === 'organe_deliberant' ? counted > base / 2 : counted > 0 && counted >= base / 2
  return { counted, base, reached: meeting.secondConvocation || enough }
}

/** True once in `times`. */
const seldom = (times: number) => fc.nat({ max: times - 1 }).map((drawn) => drawn === 0)
const recusal = fc.constantFrom(
  ...([null, null, null, null, null, 'numerator'] as const),
  'numerator-and-denominator',
  'set-aside',
)
const person = fc.record({ isOut: seldom(6), isConsultative: seldom(6), isPresent: fc.boolean(), recusal })
const place = fc.record({ full: person, substitute: fc.option(person), isSeated: seldom(3) })
/** A full member mostly (1 to 12), sometimes a substitute (13 to 24). */
const anyone = fc
  .oneof(
    { weight: 4, arbitrary: fc.integer({ min: 1, max: 12 }) },
    { weight: 1, arbitrary: fc.integer({ min: 13, max: 24 }) },
  )
  .map(memberId)

/** Up to a dozen places, each with a full member and perhaps a substitute, who sits or not. */
export const anyMeeting: fc.Arbitrary<Meeting> = fc
  .record({
    type: fc.constantFrom(...instanceTypes),
    places: fc.array(place, { minLength: 5, maxLength: 12, size: 'max' }),
    pairs: fc.array(fc.tuple(anyone, anyone), { minLength: 4, maxLength: 14, size: 'max' }),
    proxiesPerHolder: fc.constantFrom(0, 1, 1, 2, 3),
    secondConvocation: fc.constantFrom(false, false, false, true),
  })
  .map(({ type, places, pairs, proxiesPerHolder, secondConvocation }) => {
    const people = places.flatMap(({ full, substitute }, index) => {
      const fullId = memberId(index + 1)
      return [
        { ...full, id: fullId, substituteOf: null },
        ...(substitute ? [{ ...substitute, id: memberId(index + 13), substituteOf: fullId }] : []),
      ]
    })
    return {
      type,
      members: people.map(({ id, isOut, isConsultative, substituteOf }) =>
        memberOf(id, {
          inOffice: !isOut,
          substituteOf,
          voice: isConsultative ? 'consultative' : 'deliberative',
        }),
      ),
      substitutions: Object.fromEntries(
        places.flatMap(({ substitute, isSeated }, index) =>
          substitute && isSeated ? [[memberId(index + 1), memberId(index + 13)]] : [],
        ),
      ),
      presentIds: people.flatMap(({ id, isPresent }) => (isPresent ? id : [])),
      proxies: pairs.map(([giverId, holderId]) => ({ giverId, holderId, date: '2026-03-01', signed: true })),
      proxiesPerHolder,
      recusals: people.flatMap(({ id, recusal }) =>
        recusal === null
          ? []
          : recusalOf('c1', id, recusal === 'set-aside' ? { status: recusal } : { counting: recusal }),
      ),
      secondConvocation,
    }
  })
