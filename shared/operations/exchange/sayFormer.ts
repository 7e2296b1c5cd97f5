import { lacks } from '../authority/rows.ts'
import { base64UrlEncode } from '../commitBase64Url.ts'
import { cutOff, offerFormer } from '../replica/enrolAgain.ts'
import type { ReplicaOutput } from '../replica/outputs.ts'
import type { ReplicaStore } from './exchangePorts.ts'
import type { ReplicaStepOf } from './patientTake.ts'
import type { Sending } from './sendOwn.ts'

/**
 * [SY39] Gives the authority what a former key of this machine wrote: every commit of a former chain has its verdict, or is said
 * again under the new one.
 */
export async function sayFormer(
  log: string,
  copy: ReplicaStore['copy'],
  sending: Pick<Sending, 'offer'>,
  take: (step: ReplicaStepOf) => Promise<readonly ReplicaOutput[] | null>,
): Promise<void> {
  const former = offerFormer(copy, log)
  if (lacks(former) || former.length === 0) return
  const answers = await sending.offer(former)
  const waiting = former.flatMap(({ id }, index) => {
    const answer = answers?.[index]
    return answer?.is === 'waiting' ? [{ cid: base64UrlEncode(id), expectedSeq: answer.expectedSeq }] : []
  })
  if (waiting.length > 0) await take((rows) => cutOff(rows, log, waiting))
}
