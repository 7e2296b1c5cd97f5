import type { FactsInput } from './factsInput.ts'
import { missingForClosing } from './missingForClosing.ts'

/**
 * [SE12] What prevents the facts from being complete, as codes: those of `missingForClosing`, then `date`, `opening`,
 * `number`, `instance`, `convocation`, `first-convocation`, `member:<id>`, `capacity:<name>` (CRPA R133-13),
 * `envelope:<id>` (it financed a point and the rules of the call no longer hold it), `candidature:<title of the item>`, `dossier:<number of the candidature>`.
 */
export function missingFacts(input: FactsInput): readonly string[] {
  const { session, members, candidatures, dossiers } = input
  const memberIds = new Set(members.map((member) => member.id))
  const referenced = [
    session.chairId,
    session.secretaryId,
    ...Object.keys(session.attendance),
    ...session.proxies.flatMap((proxy) => [proxy.giverId, proxy.holderId]),
    ...Object.entries(session.substitutions).flat(),
    ...session.agenda.flatMap((item) => [
      item.rapporteurId,
      item.questionerId,
      ...(item.outcome?.vote?.requestedBy ?? []),
      ...(item.outcome?.recused.map((recused) => recused.memberId) ?? []),
      ...(item.outcome?.vote?.disagreements.map((disagreement) => disagreement.memberId) ?? []),
      ...Object.keys(item.outcome?.vote?.named ?? {}),
    ]),
  ].filter((id) => id !== null)
  const unnamed = members
    .filter((member) => session.attendance[member.id]?.status === 'present' && member.capacity.trim() === '')
    .map((member) => `capacity:${member.firstName} ${member.lastName}`)
  const candidatureIds = new Set(candidatures.map((candidature) => candidature.id))
  const dossierIds = new Set(dossiers.map((dossier) => dossier.id))
  const envelopeIds = new Set(input.call.rules.envelopes.map(({ id }) => id))
  const unknownEnvelopes = session.agenda
    .flatMap((item) => item.outcome?.funding ?? [])
    .filter(({ envelopeId }) => !envelopeIds.has(envelopeId))
    .map(({ envelopeId }) => `envelope:${envelopeId}`)
  return [
    ...missingForClosing(session).missing,
    ...(session.date === '' ? ['date'] : []),
    ...(session.openedAt === null ? ['opening'] : []),
    ...(input.number.trim() === '' ? ['number'] : []),
    ...(input.committee.name.trim() === '' ? ['instance'] : []),
    ...(session.convocation === null ? ['convocation'] : []),
    ...(session.secondConvocation && input.firstConvocationDate === null ? ['first-convocation'] : []),
    ...[...new Set(referenced)].filter((id) => !memberIds.has(id)).map((id) => `member:${id}`),
    ...unnamed,
    ...new Set(unknownEnvelopes),
    ...session.agenda
      .filter((item) => item.candidatureId !== null && !candidatureIds.has(item.candidatureId))
      .map((item) => `candidature:${item.title}`),
    ...candidatures
      .filter((candidature) => !dossierIds.has(candidature.dossierId))
      .map((candidature) => `dossier:${candidature.number}`),
  ]
}
