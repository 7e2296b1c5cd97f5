import type { KnownLaptop, UnfinishedRoom } from '#shared/contract/syncAnswers.ts'
import { formatDate } from '../../../ui/formatDate.ts'
import { words } from './words.ts'

/** The session of a room, as one names it. */
export const sessionInWords = ({ session }: UnfinishedRoom): string =>
  session === null ? words.unknownSession : words.session(formatDate(session.date), session.callName)

/** A person, and which of his laptops where it is known. */
export const laptopInWords = ({ person, laptop }: KnownLaptop): string =>
  laptop === null ? person : words.laptop(person, laptop)

/** Who ordered there; of a room that was given up, who told what he holds of it. */
export function standingInWords(room: UnfinishedRoom): string {
  if (room.standing === 'voided')
    return room.told.length === 0 ? words.nobodyTold : words.told(room.told.map(laptopInWords))
  return room.isOwnHub ? words.heldHere : words.heldBy(laptopInWords(room.hub))
}
