import { isIPv4 } from 'node:net'
import { Bonjour, type Service } from 'bonjour-service'
import type { HeardRoom, Timers } from '../networkPorts.ts'

/**
 * Rooms by mDNS: a help where the network lets it through, silence where it does not (town-hall Wi-Fi, Windows with several
 * cards). Nothing rests on it: whoever answers must still prove the code or the pin. What is announced is public, so it
 * names no committee and no person.
 */
export interface RoomAnnouncement {
  stop(): Promise<void>
}

/**
 * Says on each of these addresses that a room is open.
 * @param label what other laptops list, « Salle 3F ».
 */
export function announceRoom(
  room: { readonly label: string; readonly port: number },
  addresses: readonly string[],
): RoomAnnouncement {
  const speakers = speakOn(addresses)
  for (const speaker of speakers)
    speaker.publish({ name: room.label, type: serviceType, port: room.port, txt: { v: '1' }, probe: false })
  return { stop: async () => void (await Promise.all(speakers.map(shut))) }
}

/** Rooms heard of on any of these addresses within that time, each once; never fails. */
export async function listenForRooms(
  addresses: readonly string[],
  timeoutMs: number,
  timers: Timers,
): Promise<readonly HeardRoom[]> {
  const heard = new Map<string, HeardRoom>()
  const speakers = speakOn(addresses)
  const browsers = speakers.map((speaker) =>
    speaker.find({ type: serviceType }, (service) => {
      const room = roomOf(service)
      if (room !== null) heard.set(`${room.name} ${room.port}`, room)
    }),
  )
  // A question lost is asked again: multicast over Wi-Fi loses many.
  const stopAsking = timers.every(Math.max(250, timeoutMs / 4), () => {
    for (const browser of browsers) browser.update()
  })
  await new Promise<void>((done) => void timers.after(timeoutMs, done))
  stopAsking()
  for (const browser of browsers) browser.stop()
  await Promise.all(speakers.map(shut))
  return [...heard.values()].sort((a, b) => a.name.localeCompare(b.name, 'fr'))
}

/** One for each address: a single one speaks on the card that the system likes best, often a virtual one. */
function speakOn(addresses: readonly string[]): readonly Bonjour[] {
  return addresses.filter(isIPv4).flatMap((address) => {
    try {
      const options = { interface: address, bind: '0.0.0.0' } as unknown as ConstructorParameters<
        typeof Bonjour
      >[0]
      const speaker = new Bonjour(options, () => {})
      // A port or a multicast that the system refuses: without a listener it would end the program.
      const { mdns } = (speaker as unknown as { server: { mdns: NodeJS.EventEmitter } }).server
      mdns.on('error', () => {})
      mdns.on('warning', () => {})
      return [speaker]
    } catch {
      return []
    }
  })
}

function shut(speaker: Bonjour): Promise<void> {
  return new Promise((done) => {
    // Its good-bye may never leave where multicast is refused.
    const late = setTimeout(finish, goodByeMs).unref()
    function finish(): void {
      clearTimeout(late)
      try {
        speaker.destroy(done)
      } catch {
        done()
      }
    }
    speaker.unpublishAll(finish)
  })
}

/** The address that the answer came from first: that one is known to get through. */
function roomOf(service: Service): HeardRoom | null {
  const { port, name } = service
  if (!Number.isInteger(port) || port < 1 || port > 65535 || name.length > maxNameLength) return null
  const addresses = [service.referer?.address, ...(service.addresses ?? [])].filter(
    (address): address is string => address !== undefined && isIPv4(address),
  )
  return addresses.length === 0 ? null : { name, port, addresses: [...new Set(addresses)] }
}

const serviceType = 'delibere'
const maxNameLength = 63
const goodByeMs = 1_000
