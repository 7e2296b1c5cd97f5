import type { RowChange } from '../authority/rows.ts'
import type { ReplicaAnswer } from '../replica/outputs.ts'
import type { ReplicaStore } from './exchangePorts.ts'

/** [SY7] The authority has more of this chain than this copy: writing on would fork it. What is pending stays. */
export function mustEnrol(copy: ReplicaStore['copy']): ReplicaAnswer {
  const head = copy.row('ownHead', 'own')
  const changes: readonly RowChange[] =
    head === null ? [] : [{ table: 'ownHead', key: 'own', row: { ...head, mustEnrol: true } }]
  return { changes, outputs: [{ kind: 'must-enrol', why: 'behind' }] }
}
