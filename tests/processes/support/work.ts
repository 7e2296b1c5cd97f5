import type { Chance } from '#tests/simulator/kernel/chance.ts'
import { type Ledger, markOf } from './ledger.ts'
import type { Seat } from './seat.ts'
import type { Town } from './town.ts'

/** One act of one person, drawn by chance, as his screen would ask it. */
export async function workOnce(town: Town, who: Seat, written: Ledger, chance: Chance): Promise<void> {
  if (who.role === 'member' || chance.happens(0.5)) return markOnce(town, who, written, chance)
  return keepOnce(town, who, written, chance)
}

/** A mark with a comment that nobody else writes, on one's own sheet; the secretariat marks nothing. */
async function markOnce(town: Town, who: Seat, written: Ledger, chance: Chance): Promise<void> {
  const evaluatorId = who.memberId
  if (evaluatorId === null) return keepOnce(town, who, written, chance)
  const candidatureId = chance.pick(town.candidatureIds)
  const criterionCode = chance.pick(town.criteria)
  const mark = markOf(chance.below(6), `${who.name} ${chance.below(2 ** 31)}`)
  const answer = await who.ask('sheet.mark', { candidatureId, evaluatorId, criterionCode, mark })
  // Two laptops of one person write on one sheet: the later in the order stays, whichever it is.
  if (!hasSeveral(town, who))
    written.note(`mark ${evaluatorId} ${candidatureId} ${criterionCode}`, mark, answer)
}

/** What the service keeps of a dossier; each laptop of the secretariat has its own dossiers. */
async function keepOnce(town: Town, who: Seat, written: Ledger, chance: Chance): Promise<void> {
  if (who.role !== 'secretariat') return
  const mine = town.candidatureIds.filter((_, index) => index % 2 === (who === town.secretariat ? 0 : 1))
  const candidatureId = chance.pick(mine)
  const read = await who.ask('candidature.get', { candidatureId })
  if (read === 'unknown' || !read.ok) return
  const description = `${who.name} ${chance.below(2 ** 31)}`
  const dossierId = read.value.dossier.id
  const answer = await who.ask('dossier.change', { dossierId, set: { description } })
  written.note(`description ${candidatureId}`, description, answer)
}

const hasSeveral = ({ seats }: Town, who: Seat): boolean =>
  seats.filter(({ person }) => person === who.person).length > 1
