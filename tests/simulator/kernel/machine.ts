import type { Chance } from './chance.ts'
import type { DiskReader, Rows } from './disk.ts'

/**
 * A node without any input or output of its own: it is told what happens and answers what it wants done, in order. A
 * crash may fall between any two of its effects; its memory is then lost, and it is built anew from its disk.
 */
export interface Machine<Message, Act> {
  step(input: Input<Message, Act>, moment: Moment): Stepped<Message>
}

/** A machine that is made of promises has settled all of its own when it answers: nothing else happens meanwhile. */
export type Stepped<Message> = readonly Effect<Message>[] | Promise<readonly Effect<Message>[]>

/** What builds the machine of an address from its disk: at the first start and after each crash. */
export type Build<Message, Act> = (address: string, disk: DiskReader) => Machine<Message, Act>

export type Input<Message, Act> =
  | { readonly kind: 'start' }
  | { readonly kind: 'message'; readonly from: string; readonly message: Message }
  | { readonly kind: 'wake'; readonly why: string }
  /** Something that a person does at this node. */
  | { readonly kind: 'act'; readonly act: Act }

export interface Moment {
  /** The clock of the node itself, which may be wrong, in milliseconds since 1970. */
  readonly clockMs: number
  /** What never jumps: milliseconds since the node first started. Between two starts only differences mean something. */
  readonly sinceMs: number
  readonly chance: Chance
}

export type Effect<Message> =
  | { readonly do: 'write'; readonly rows: Rows }
  | { readonly do: 'sync' }
  | { readonly do: 'send'; readonly to: string; readonly message: Message }
  | { readonly do: 'wake'; readonly afterMs: number; readonly why: string }
  /** Something that a person or an oracle sees. */
  | { readonly do: 'show'; readonly what: Shown }

/** What was seen, for the oracles and the coverage: a word, and what it is about. */
export interface Shown {
  readonly word: string
  readonly about: unknown
}
