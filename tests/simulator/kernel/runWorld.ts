import { coverage } from './coverage.ts'
import { emptyDisk } from './disk.ts'
import { eventQueue } from './eventQueue.ts'
import { inject } from './inject.ts'
import { network } from './network.ts'
import { nodeHost } from './nodeHost.ts'
import { trace } from './trace.ts'
import { judge, type Scenario, start, type World, type WorldReport } from './world.ts'

/**
 * Runs a world from its seed and its injections until all rests: one thread, virtual time, no clock and no chance but the
 * seed's. When the injections end, every fault is healed, every node that is not destroyed is up, and the world goes on
 * until nothing is written for `restMs`, or until `patienceMs` passed, which the invariants at rest then judge.
 */
export async function runWorld<Message, Act>(scenario: Scenario<Message, Act>): Promise<WorldReport> {
  const world = openWorld(scenario)
  const lastInjectionMs = scenario.injections.reduce((last, { atMs }) => Math.max(last, atMs), 0)
  for (const injection of scenario.injections) world.queue.add(injection.atMs, () => inject(world, injection))
  world.queue.add(lastInjectionMs + 1, () => heal(world))
  const endMs = lastInjectionMs + scenario.patienceMs
  while (world.failure === null && world.steps < scenario.maxSteps) {
    const next = world.queue.next()
    if (next === null || next.atMs > endMs) break
    world.nowMs = next.atMs
    if (
      next.atMs > lastInjectionMs + 1 &&
      next.atMs - Math.max(world.lastWriteMs, lastInjectionMs) > scenario.restMs
    )
      break
    const happening = next.event()
    if (happening instanceof Promise) await happening
  }
  if (world.failure === null) await judge(world, scenario.atRest)
  return {
    steps: world.steps,
    trace: world.trace.digest(),
    tail: world.trace.tail(),
    failure: world.failure,
    coverage: world.coverage.table(),
  }
}

function openWorld<Message, Act>(scenario: Scenario<Message, Act>): World<Message, Act> {
  const world: World<Message, Act> = {
    scenario,
    hosts: new Map(),
    queue: eventQueue(),
    network: network(scenario.seed),
    trace: trace(),
    coverage: coverage(),
    nowMs: 0,
    steps: 0,
    lastWriteMs: 0,
    lastStepped: '',
    failure: null,
  }
  for (const address of scenario.nodes) {
    const host = nodeHost(address, emptyDisk(), scenario.seed, scenario.build)
    world.hosts.set(address, host)
    world.queue.add(0, () => start(world, host))
  }
  return world
}

async function heal<Message, Act>(world: World<Message, Act>): Promise<void> {
  world.trace.add(`${world.nowMs} heals`)
  world.network.heal()
  for (const host of world.hosts.values()) {
    host.fuse = null
    host.diskFullUntilMs = 0
    await start(world, host)
  }
}
