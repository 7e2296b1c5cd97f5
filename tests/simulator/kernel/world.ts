import { type Coverage, coverage } from './coverage.ts'
import { emptyDisk } from './disk.ts'
import { type EventQueue, eventQueue } from './eventQueue.ts'
import { inject } from './inject.ts'
import type { Injection } from './injection.ts'
import type { Build, Effect, Input, Shown } from './machine.ts'
import { type Network, network } from './network.ts'
import { burn, clockOf, type NodeHost, nodeHost } from './nodeHost.ts'
import { type Trace, trace } from './trace.ts'

/**
 * Runs a world from its seed and its injections until all rests: one thread, virtual time, no clock and no chance but the
 * seed's. When the injections end, every fault is healed, every node that is not destroyed is up, and the world goes on
 * until nothing is written for `restMs`, or until `patienceMs` passed, which the invariants at rest then judge.
 */
export function runWorld<Message, Act>(scenario: Scenario<Message, Act>): WorldReport {
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
    next.event()
  }
  if (world.failure === null) judge(world, scenario.atRest)
  return {
    steps: world.steps,
    trace: world.trace.digest(),
    tail: world.trace.tail(),
    failure: world.failure,
    coverage: world.coverage.table(),
  }
}

export interface Scenario<Message, Act> {
  readonly seed: string
  readonly nodes: readonly string[]
  readonly build: Build<Message, Act>
  readonly injections: readonly Injection<Act>[]
  /** One short line: what of a message goes into the trace. */
  describe(message: Message): string
  readonly atEachStep: readonly Invariant<Message, Act>[]
  readonly atRest: readonly Invariant<Message, Act>[]
  /** Told of all that is shown, before the invariants are asked. */
  observe?(world: World<Message, Act>, address: string, shown: Shown): void
  readonly maxSteps: number
  readonly restMs: number
  readonly patienceMs: number
}

export interface Invariant<Message, Act> {
  /** `I5`, or another short name. */
  readonly name: string
  /** One sentence when it is broken, else null. */
  broken(world: World<Message, Act>): string | null
}

export interface World<Message, Act> {
  readonly scenario: Scenario<Message, Act>
  readonly hosts: Map<string, NodeHost<Message, Act>>
  readonly queue: EventQueue<() => void>
  readonly network: Network
  readonly trace: Trace
  readonly coverage: Coverage
  nowMs: number
  steps: number
  lastWriteMs: number
  /** Address of the node that made the last step: an invariant of each step need look at no other. */
  lastStepped: string
  failure: Failure | null
}

export interface Failure {
  readonly invariant: string
  readonly sentence: string
  readonly atMs: number
  readonly step: number
}

export interface WorldReport {
  readonly steps: number
  readonly trace: string
  readonly tail: readonly string[]
  readonly failure: Failure | null
  readonly coverage: ReturnType<Coverage['table']>
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

/** Builds the machine from its disk and tells it that it starts. */
export function start<Message, Act>(world: World<Message, Act>, host: NodeHost<Message, Act>): void {
  if (host.destroyed || host.machine !== null) return
  host.life++
  host.machine = host.build(host.address, host.disk)
  step(world, host, { kind: 'start' })
}

/** The process dies; with `power`, what was not synced is lost too, but for a prefix that chance kept. */
export function crash<Message, Act>(
  world: World<Message, Act>,
  host: NodeHost<Message, Act>,
  power: boolean,
  downMs: number,
): void {
  host.machine = null
  host.fuse = null
  host.life++
  if (power) host.disk.cutPower(host.chance.below(host.disk.written - host.disk.synced + 1))
  world.trace.add(`${world.nowMs} ${host.address} dies${power ? ' with its power' : ''}`)
  world.queue.add(world.nowMs + downMs, () => start(world, host))
}

/** One step of one node, its effects carried out in order until a crash that was injected falls between two of them. */
export function step<Message, Act>(
  world: World<Message, Act>,
  host: NodeHost<Message, Act>,
  input: Input<Message, Act>,
): void {
  const { machine } = host
  if (machine === null) return
  world.steps++
  world.lastStepped = host.address
  const what =
    input.kind === 'message'
      ? `${input.from} ${world.scenario.describe(input.message)}`
      : input.kind === 'wake'
        ? input.why
        : input.kind
  world.trace.add(`${world.nowMs} ${host.address} ${what}`)
  const effects = machine.step(input, { clockMs: clockOf(host, world.nowMs), chance: host.chance })
  const { done, crashed } = burn(host.fuse, effects)
  const fuse = host.fuse
  for (const effect of done)
    if (!carryOut(world, host, effect)) {
      // A disk that takes no more: the transaction is not there, and the program starts anew from what is.
      crash(world, host, false, 1000)
      return
    }
  if (crashed && fuse !== null) crash(world, host, fuse.power, fuse.downMs)
  judge(world, world.scenario.atEachStep)
}

function carryOut<Message, Act>(
  world: World<Message, Act>,
  host: NodeHost<Message, Act>,
  effect: Effect<Message>,
): boolean {
  switch (effect.do) {
    case 'write':
      if (host.diskFullUntilMs > world.nowMs) return false
      host.disk.write(effect.rows)
      world.lastWriteMs = world.nowMs
      return true
    case 'sync':
      host.disk.sync()
      return true
    case 'send':
      send(world, host.address, effect.to, effect.message)
      return true
    case 'wake': {
      const { life } = host
      world.queue.add(world.nowMs + effect.afterMs, () => {
        if (host.life === life) step(world, host, { kind: 'wake', why: effect.why })
      })
      return true
    }
    case 'show':
      world.trace.add(`${world.nowMs} ${host.address} shows ${effect.what.word}`)
      world.scenario.observe?.(world, host.address, effect.what)
      return true
  }
}

function send<Message, Act>(world: World<Message, Act>, from: string, to: string, message: Message): void {
  for (const delayMs of world.network.delaysOf(from, to, world.nowMs))
    world.queue.add(world.nowMs + delayMs, () => {
      const host = world.hosts.get(to)
      if (host !== undefined) step(world, host, { kind: 'message', from, message })
    })
}

function heal<Message, Act>(world: World<Message, Act>): void {
  world.trace.add(`${world.nowMs} heals`)
  world.network.heal()
  for (const host of world.hosts.values()) {
    host.fuse = null
    host.diskFullUntilMs = 0
    start(world, host)
  }
}

function judge<Message, Act>(
  world: World<Message, Act>,
  invariants: readonly Invariant<Message, Act>[],
): void {
  for (const invariant of invariants) {
    if (world.failure !== null) return
    const sentence = invariant.broken(world)
    if (sentence !== null)
      world.failure = { invariant: invariant.name, sentence, atMs: world.nowMs, step: world.steps }
  }
}
