/** The room at one moment, as the auditor keeps it. */
export interface CountedRoom {
  readonly instanceType: string
  readonly proxiesPerHolder: number
  readonly members: ReadonlyMap<string, CountedMember>
  readonly present: ReadonlySet<string>
  /** Substitute by full member. */
  readonly substitutions: ReadonlyMap<string, string>
  readonly proxies: readonly { readonly giverId: string; readonly holderId: string }[]
  readonly secondConvocation: boolean
  /** Recusals in force on the point: how each counts, by member. */
  readonly recused: ReadonlyMap<string, string>
}

export interface CountedMember {
  readonly role: string
  readonly voice: string
  readonly inOffice: boolean
  readonly substituteOf: string | null
}

/**
 * [CO1, CO2, CO4, CO9] The quorum, counted a second time by another way: seat by seat. Answers whether it is reached, and how
 * many voices there are.
 */
export function countRoom(room: CountedRoom): { readonly reached: boolean; readonly voices: number } {
  const seats = seatsOf(room)
  let inOffice = 0
  let here = 0
  for (const { holder } of seats) {
    const counting = room.recused.get(holder)
    if (counting !== 'numerator-and-denominator') inOffice += 1
    if (room.present.has(holder) && counting === undefined) here += 1
  }
  const carried = carriedBy(room, new Set(seats.map(({ holder }) => holder)))
  const isOfState = ['commission_consultative_etat', 'commission_detr'].includes(room.instanceType)
  const counted = isOfState ? here + carried : here
  const isMore = room.instanceType === 'organe_deliberant'
  const isEnough = counted >= 1 && (isMore ? 2 * counted > inOffice : 2 * counted >= inOffice)
  return { reached: room.secondConvocation || isEnough, voices: here + carried }
}

/** Deliberative seats, and who sits on each. A substitute who sits has the voice of whom he replaces. */
function seatsOf({ members, substitutions }: CountedRoom): readonly { readonly holder: string }[] {
  const sitsFor = new Map<string, CountedMember>()
  const replaced = new Set<string>()
  for (const [full, substitute] of substitutions) {
    const member = members.get(full)
    if (member === undefined || !members.has(substitute)) continue
    sitsFor.set(substitute, member)
  }
  for (const [full, substitute] of substitutions)
    if (sitsFor.get(substitute) === members.get(full)) replaced.add(full)
  return [...members].flatMap(([id, own]) => {
    const member = sitsFor.get(id) ?? own
    const isAway = !sitsFor.has(id) && (replaced.has(id) || own.substituteOf !== null)
    return member.inOffice && member.voice === 'deliberative' && !isAway ? [{ holder: id }] : []
  })
}

/** Proxies that speak: the giver is away, the holder is here, neither is recused, a holder carries no more than he may. */
function carriedBy(
  { proxies, present, recused, proxiesPerHolder }: CountedRoom,
  seated: ReadonlySet<string>,
): number {
  const load = new Map<string, number>()
  const given = new Set<string>()
  for (const { giverId, holderId } of proxies) {
    const isHere =
      seated.has(giverId) && seated.has(holderId) && present.has(holderId) && !present.has(giverId)
    const isFree =
      !recused.has(giverId) && !recused.has(holderId) && giverId !== holderId && !given.has(giverId)
    const carried = load.get(holderId) ?? 0
    if (!isHere || !isFree || carried >= proxiesPerHolder) continue
    load.set(holderId, carried + 1)
    given.add(giverId)
  }
  return given.size
}
