import type { Injection } from './injection.ts'
import { nodeHost } from './nodeHost.ts'
import { crash, start, step, type World } from './world.ts'

/** Does one injection to a world, now. What has no meaning any more (an act at a node that is down) does nothing. */
export async function inject<Message, Act>(
  world: World<Message, Act>,
  injection: Injection<Act>,
): Promise<void> {
  if (injection.kind === 'cut') {
    world.coverage.hit('fault cut')
    world.network.cut(injection.from, injection.to, world.nowMs + injection.forMs)
    return
  }
  if (injection.kind === 'weather') {
    world.coverage.hit('fault weather')
    world.network.weather(injection, world.nowMs + injection.forMs)
    return
  }
  const host = world.hosts.get(injection.node)
  if (host === undefined || host.destroyed) return
  world.coverage.hit(`fault ${injection.kind}`)
  switch (injection.kind) {
    case 'act':
      return step(world, host, { kind: 'act', act: injection.act })
    case 'crash':
      if (host.machine !== null)
        host.fuse = { effects: injection.afterEffects, power: injection.power, downMs: injection.downMs }
      return
    case 'restart':
      if (host.machine !== null) crash(world, host, false, injection.downMs)
      return
    case 'disk-full':
      host.diskFullUntilMs = world.nowMs + injection.forMs
      return
    case 'restore':
      crash(world, host, false, 1000)
      host.disk.restore(Math.floor(host.disk.written * injection.share))
      host.timesSetBack++
      return
    case 'clone': {
      if (world.hosts.has(injection.as)) return
      const copy = nodeHost(injection.as, host.disk.clone(), world.scenario.seed, host.build)
      world.hosts.set(injection.as, copy)
      return start(world, copy)
    }
    case 'clock':
      host.clock = {
        offsetMs: host.clock.offsetMs + injection.jumpMs,
        driftPpm: injection.driftPpm,
        sinceMs: world.nowMs,
      }
      return
    case 'destroy':
      host.destroyed = true
      host.machine = null
      host.life++
      return
  }
}
