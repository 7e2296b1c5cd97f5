import type { ReplicaAnswer, ReplicaOutput } from '../replica/outputs.ts'
import type { ReplicaStore } from './exchangePorts.ts'

export type ReplicaStepOf = (copy: ReplicaStore['copy']) => ReplicaAnswer

/** Takes steps into a file that may be busy [EX12]: while an act is under way it takes nothing, and is asked at each tick. */
export interface PatientTake {
  /** Null: nothing was written, the file refused it or the channel is gone. */
  take(step: ReplicaStepOf): Promise<readonly ReplicaOutput[] | null>
  /** Asks again; also when it is over. */
  tick(): void
}

export function patientTake(
  store: ReplicaStore,
  isOver: () => boolean,
  refused: (code: string) => void,
): PatientTake {
  const waiting: (() => void)[] = []
  return {
    async take(step) {
      while (!isOver()) {
        const taken = store.take(step)
        if (taken.ok) return taken.value
        if (taken.refusal.code !== 'entity.changed-meanwhile') {
          refused(taken.refusal.code)
          return null
        }
        await new Promise<void>((next) => waiting.push(next))
      }
      return null
    },
    tick() {
      for (const next of waiting.splice(0)) next()
    },
  }
}
