import type { AgreementNeed } from '../documents/documentBoard.ts'
import type { Instruction } from './instruction.ts'

/** The instruction of a candidature with what the law makes of it. */
export interface InstructionView {
  readonly instruction: Instruction
  /** When silence becomes a refusal (CRPA L231-4, L114-5); null when nothing says when it was received, or for a public body. */
  readonly implicitRejection: {
    /** ISO date; null while missing pieces are awaited. */
    readonly on: string | null
    readonly suspendedDays: number
    /** French. */
    readonly sentence: string
  } | null
  readonly agreement: AgreementNeed
  /** Texts an earlier law or rule asks to be told of: financial report, republican commitment, own share… In French. */
  readonly reminders: readonly string[]
}
