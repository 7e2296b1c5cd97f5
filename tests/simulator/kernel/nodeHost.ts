import { type Chance, chance } from './chance.ts'
import type { Disk } from './disk.ts'
import type { Build, Effect, Machine } from './machine.ts'

/** One node of a world: its disk, its clock, and the machine that runs on them, or none while it is down. */
export interface NodeHost<Message, Act> {
  readonly address: string
  readonly disk: Disk
  readonly chance: Chance
  machine: Machine<Message, Act> | null
  /** Counts the starts: what an earlier life asked for is not given to a later one. */
  life: number
  /** Effects left before the crash that was injected; null: none is. */
  fuse: { effects: number; readonly power: boolean; readonly downMs: number } | null
  diskFullUntilMs: number
  destroyed: boolean
  /** How often a former image of its disk took the place of the last one. */
  timesSetBack: number
  clock: { offsetMs: number; driftPpm: number; sinceMs: number }
  readonly build: Build<Message, Act>
}

export function nodeHost<Message, Act>(
  address: string,
  disk: Disk,
  seed: string,
  build: Build<Message, Act>,
): NodeHost<Message, Act> {
  return {
    address,
    disk,
    chance: chance(`${seed}/node/${address}`),
    machine: null,
    life: 0,
    fuse: null,
    diskFullUntilMs: 0,
    destroyed: false,
    timesSetBack: 0,
    clock: { offsetMs: 0, driftPpm: 0, sinceMs: 0 },
    build,
  }
}

/** What the clock of the node shows at an instant of virtual time. */
export const clockOf = ({ clock }: NodeHost<unknown, never>, nowMs: number): number =>
  epochMs + nowMs + clock.offsetMs + Math.round(((nowMs - clock.sinceMs) * clock.driftPpm) / 1_000_000)

/** 2026-03-12T13:00:00Z: the day of the meeting. */
export const epochMs = 1_773_320_400_000

/** Which effects are carried out before the fuse burns, and whether it did. */
export function burn<Message>(
  fuse: { effects: number } | null,
  effects: readonly Effect<Message>[],
): { readonly done: readonly Effect<Message>[]; readonly crashed: boolean } {
  if (fuse === null) return { done: effects, crashed: false }
  if (effects.length <= fuse.effects) {
    fuse.effects -= effects.length
    return { done: effects, crashed: false }
  }
  return { done: effects.slice(0, fuse.effects), crashed: true }
}
