import type { Coverage } from './coverage.ts'
import type { EventQueue } from './eventQueue.ts'
import type { Injection } from './injection.ts'
import type { Build, Effect, Input, Shown } from './machine.ts'
import type { Network } from './network.ts'
import { burn, clockOf, type NodeHost } from './nodeHost.ts'
import type { Trace } from './trace.ts'

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
  /** Told of each act that a person does at a node that is up. */
  acts?(world: World<Message, Act>, act: Act): void
  /** Told of each message that arrives, before it is heard. */
  arrives?(from: string, to: string, message: Message): void
  readonly maxSteps: number
  readonly restMs: number
  readonly patienceMs: number
}

export interface Invariant<Message, Act> {
  /** `I5`, or another short name. */
  readonly name: string
  /** One sentence when it is broken, else null. */
  broken(world: World<Message, Act>): string | null | Promise<string | null>
}

export interface World<Message, Act> {
  readonly scenario: Scenario<Message, Act>
  readonly hosts: Map<string, NodeHost<Message, Act>>
  readonly queue: EventQueue<() => void | Promise<void>>
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

/** Builds the machine from its disk and tells it that it starts. */
export async function start<Message, Act>(
  world: World<Message, Act>,
  host: NodeHost<Message, Act>,
): Promise<void> {
  if (host.destroyed || host.machine !== null) return
  host.life++
  host.machine = host.build(host.address, host.disk)
  await step(world, host, { kind: 'start' })
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
export async function step<Message, Act>(
  world: World<Message, Act>,
  host: NodeHost<Message, Act>,
  input: Input<Message, Act>,
): Promise<void> {
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
  if (input.kind === 'act') world.scenario.acts?.(world, input.act)
  if (input.kind === 'message') world.scenario.arrives?.(input.from, host.address, input.message)
  const stepped = machine.step(input, {
    clockMs: clockOf(host, world.nowMs),
    sinceMs: world.nowMs,
    chance: host.chance,
  })
  const effects = stepped instanceof Promise ? await stepped : stepped
  const { done, crashed } = burn(host.fuse, effects)
  const fuse = host.fuse
  for (const effect of done)
    if (!carryOut(world, host, effect)) {
      // A disk that takes no more: the transaction is not there, and the program starts anew from what is.
      crash(world, host, false, 1000)
      return
    }
  if (crashed && fuse !== null) crash(world, host, fuse.power, fuse.downMs)
  await judge(world, world.scenario.atEachStep)
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
        if (host.life === life) return step(world, host, { kind: 'wake', why: effect.why })
        return undefined
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
      return host === undefined ? undefined : step(world, host, { kind: 'message', from, message })
    })
}

/** Asks the invariants, until one is broken. */
export async function judge<Message, Act>(
  world: World<Message, Act>,
  invariants: readonly Invariant<Message, Act>[],
): Promise<void> {
  for (const invariant of invariants) {
    if (world.failure !== null) return
    const broken = invariant.broken(world)
    const sentence = broken instanceof Promise ? await broken : broken
    if (sentence !== null)
      world.failure = { invariant: invariant.name, sentence, atMs: world.nowMs, step: world.steps }
  }
}
