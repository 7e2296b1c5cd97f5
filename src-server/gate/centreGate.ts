import type { IncomingMessage } from 'node:http'
import type { TLSSocket } from 'node:tls'
import type { FrameLink, LinkListener } from '#main/adapters/network/channel/frameLink.ts'
import { makeChannel } from '#main/adapters/network/channel/makeChannel.ts'
import { openAsAuthority } from '#main/adapters/network/channel/openAsAuthority.ts'
import { type PollRoutes, pollRoutes } from '#main/adapters/network/channel/pollRoutes.ts'
import { channelExporter } from '#main/adapters/network/client/channelExporter.ts'
import type { Timers } from '#main/adapters/network/networkPorts.ts'
import type { ChannelBinding } from '#shared/operations/wire/channelProof.ts'
import { channelPath } from '../http/channelPath.ts'
import type { SyncGate } from '../http/syncGate.ts'
import { readMessage } from '../store/heardMessage.ts'
import type { CentreLog } from './centreLog.ts'
import { centreLog } from './centreLog.ts'
import type { GatePorts } from './gatePorts.ts'

/**
 * The gate of every organisation of this process (SV23): proofs of key, one channel a device, the machine that serves each
 * log. What another process appends is told here to who follows; a device that is taken out anywhere is shut out here.
 */
export function centreGate(ports: GatePorts, timers: Timers): SyncGate {
  const { accounts, binding: ownBinding } = ports
  const logs = new Map<string, CentreLog>()
  const polls = new Map<string, PollRoutes>()
  const opening = new Set<{ close(): void }>()
  let isClosing = false

  const logOf = (organisation: string): CentreLog => {
    const known = logs.get(organisation)
    if (known !== undefined) return known
    const fresh = centreLog(organisation, ports, timers)
    logs.set(organisation, fresh)
    return fresh
  }

  const stopHearing = accounts.database.onPublished((message) => {
    const heard = readMessage(message)
    switch (heard.kind) {
      case 'appended':
        logs.get(heard.place.organisation)?.appended(heard.place.log)
        return
      case 'taken-out':
        logs.get(heard.organisation)?.takenOut(heard.device)
        return
      case 'look-again':
        for (const log of logs.values()) void log.lookAgain()
    }
  })
  const stopTicking = timers.every(tickMs, () => {
    for (const log of logs.values()) log.tick()
  })

  const bindingOf = (request: IncomingMessage): ChannelBinding =>
    ownBinding.kind === 'origin'
      ? { kind: 'origin', origin: ownBinding.origin() }
      : {
          kind: 'channel',
          exporter: channelExporter(request.socket as TLSSocket),
          serverKey: ownBinding.serverKey,
        }

  function enter(
    organisation: string,
    connect: (listener: LinkListener) => FrameLink,
    request: IncomingMessage,
  ): void {
    const raw = makeChannel(connect)
    if (isClosing) {
      raw.close('closing')
      return
    }
    const log = logOf(organisation)
    if (opening.size >= mostOpening || log.channels() >= mostChannelsPerOrganisation) {
      ports.watch.turnedAway('busy')
      raw.close('busy', busyRetryMs)
      return
    }
    const one = { close: () => raw.close('closing') }
    opening.add(one)
    const callOff = timers.after(openingMs, () => raw.close('busy'))
    // It ends with a refusal, never with an error, unless the database is gone: the device tries again.
    openAsAuthority(raw, log.authority, bindingOf(request))
      .then(async (opened) => {
        if (!opened.ok) ports.watch.turnedAway(opened.refusal.code)
        else if (isClosing) opened.value.close('closing')
        else await log.admit(opened.value)
      })
      .catch((error: unknown) => {
        ports.onFailure(error)
        raw.close('busy', busyRetryMs)
      })
      .finally(() => {
        callOff()
        opening.delete(one)
      })
  }

  return {
    enter,
    answer(organisation, request, response) {
      const known = polls.get(organisation)
      const routes =
        known ??
        pollRoutes(
          channelPath(organisation),
          (connect, opened) => enter(organisation, connect, opened),
          timers,
        )
      if (known === undefined) polls.set(organisation, routes)
      return routes.answer(request, response)
    },
    unfinished: (organisation) => logOf(organisation).unfinished(),
    endVoided: (organisation, lease) => logOf(organisation).endVoided(lease),
    async close() {
      isClosing = true
      stopHearing()
      stopTicking()
      for (const one of opening) one.close()
      await Promise.all([...logs.values()].map((log) => log.close()))
    },
  }
}

const tickMs = 1_000
/** Strangers that have not proven their key yet. */
const mostOpening = 256
const mostChannelsPerOrganisation = 2_000
const openingMs = 10_000
const busyRetryMs = 30_000
