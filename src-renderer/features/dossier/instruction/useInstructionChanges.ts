import { useCallback } from 'react'
import type { InputOf } from '#shared/contract/contract.ts'
import type { Instruction } from '#shared/domain/instruction/instruction.ts'
import type { Refusal } from '#shared/kernel/result.ts'
import { useAct } from '../../../bridge/useAct.ts'

export interface InstructionChanges {
  readonly change: (set: InputOf<'instruction.change'>['set']) => void
  /** The same, and the same function from one drawing to the next: an editor of texts keeps it. */
  readonly changeText: (set: Partial<Pick<Instruction, 'strengths' | 'weaknesses' | 'analysis'>>) => void
  readonly changeCorrespondent: (set: Partial<Instruction['correspondent']>) => void
  readonly changeAward: (set: Partial<Instruction['award']>) => void
  readonly changeAgreement: (set: Partial<Instruction['agreement']>) => void
  readonly refusal: Refusal | null
}

/** Records the instruction of one candidature, each field by itself. */
export function useInstructionChanges(instruction: Instruction): InstructionChanges {
  const { act, refusal } = useAct('instruction.change')
  const { candidatureId } = instruction
  const change: InstructionChanges['change'] = (set) => void act({ candidatureId, set })
  const changeText = useCallback(
    (set: Partial<Pick<Instruction, 'strengths' | 'weaknesses' | 'analysis'>>) => {
      void act({ candidatureId, set })
    },
    [act, candidatureId],
  )
  return {
    change,
    changeText,
    changeCorrespondent: (correspondent) => change({ correspondent }),
    changeAward: (award) => change({ award }),
    changeAgreement: (agreement) => change({ agreement }),
    refusal,
  }
}
