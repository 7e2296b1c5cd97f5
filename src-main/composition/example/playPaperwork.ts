import { blankInstruction } from '#shared/domain/instruction/instruction.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import type { Dispatcher } from '../dispatcher.ts'
import type { ExamplePaperwork } from './exampleSchema.ts'

/** After the closing: who signs, the act that followed, the terms of the awards, and what the service keyed. */
export async function playPaperwork(
  dispatcher: Dispatcher,
  { issuer, act, awardTerms, instructions }: ExamplePaperwork,
  around: { readonly callId: string; readonly sessionId: string; say(sentence: string): void },
): Promise<Result<null>> {
  const { callId, sessionId } = around
  around.say('Suites de la séance : signataire, acte, adresses')
  const signed = await dispatcher.call('issuer.change', { set: issuer })
  if (!signed.ok) return signed
  const recorded = await dispatcher.call('session.record-act', { sessionId, act })
  if (!recorded.ok) return recorded
  const termed = await dispatcher.call('call.change', { callId, set: { awardTerms } })
  if (!termed.ok) return termed
  const page = await dispatcher.call('session.get', { sessionId })
  if (!page.ok) return page
  for (const keyed of instructions) {
    const candidatureId = page.value.items.find(({ number }) => number === keyed.candidature)?.candidatureId
    if (candidatureId == null) return refuse('entity.missing', { entity: `n° ${keyed.candidature}` })
    const written = await playInstruction(dispatcher, candidatureId, keyed)
    if (!written.ok) return written
  }
  return ok(null)
}

async function playInstruction(
  dispatcher: Dispatcher,
  candidatureId: string,
  keyed: ExamplePaperwork['instructions'][number],
): Promise<Result<null>> {
  const { eligibleBaseCents, taxBasis, report, pieceRequest, reduction, agreement } = keyed
  const blank = blankInstruction(candidatureId)
  const { receivedOn, capacity, address } = keyed
  return dispatcher.call('instruction.change', {
    candidatureId,
    set: {
      receivedOn,
      correspondent: { ...blank.correspondent, capacity, address },
      ...(pieceRequest === null ? {} : { pieceRequests: [{ ...pieceRequest, receivedOn: null }] }),
      award: { ...blank.award, eligibleBaseCents, taxBasis, reduction: reduction ?? blank.award.reduction },
      ...(agreement === null ? {} : { agreement: { ...blank.agreement, ...agreement } }),
      ...(report === null ? {} : reportOf(report)),
    },
  })
}

const reportOf = ({
  opinion,
  amountCents,
  ...texts
}: NonNullable<ExamplePaperwork['instructions'][number]['report']>) => ({
  ...texts,
  proposal: { opinion, amountCents },
})
