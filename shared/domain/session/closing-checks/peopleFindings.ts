import { isInForce } from '../../committee/committee.ts'
import { frenchList } from '../../documents/typography.ts'
import type { ClosingInput } from '../closingInput.ts'
import { memberName } from '../memberName.ts'
import { tookPart } from '../recusalAfterDecision.ts'
import type { AgendaItem, ItemOutcome } from '../session.ts'
import { type Finding, itemNames } from './finding.ts'

/** Convocation, proxies and recusals: who was told in time, who was represented, who should have left the room. */
export function peopleFindings(input: ClosingInput): readonly Finding[] {
  const { session, notice } = input
  const named = new Map(input.members.map((member) => [member.id, memberName(member)]))
  const nameOf = (id: string): string => named.get(id) ?? 'un membre inconnu'
  return [
    { code: 'notice-short', isGreen: notice.respected, sentence: notice.sentence, itemIds: [] },
    unsignedProxies(session, nameOf),
    onRecusals(
      input,
      'recusals-to-assess',
      'Chaque déport a été apprécié par la présidence.',
      'Déports que la présidence n’a pas appréciés',
      nameOf,
      ({ status }) => status === 'to-assess',
    ),
    onRecusals(
      input,
      'recusal-after-decision',
      'Aucun membre déporté n’a pris part au point qui le concerne.',
      'Déportés après coup, ils ont pris part au point',
      nameOf,
      (recusal, outcome) => isInForce(recusal) && outcome !== null && tookPart(outcome, recusal.memberId),
    ),
  ]
}

function unsignedProxies(session: ClosingInput['session'], nameOf: (id: string) => string): Finding {
  const signed = new Set(session.proxies.filter((proxy) => proxy.signed).map(({ giverId }) => giverId))
  // A proxy withdrawn since counted all the same on what was decided before.
  const counted = session.agenda.flatMap(({ outcome }) => outcome?.proxies ?? [])
  const unsigned = new Map(
    [...counted, ...session.proxies]
      .filter((proxy) => !proxy.signed && !signed.has(proxy.giverId))
      .map((proxy) => [proxy.giverId, proxy]),
  )
  const pairs = [...unsigned.values()].map(
    ({ giverId, holderId }) => `${nameOf(giverId)} à ${nameOf(holderId)}`,
  )
  return {
    code: 'proxies-unsigned',
    isGreen: pairs.length === 0,
    sentence:
      pairs.length === 0
        ? 'Chaque pouvoir signé a été vu.'
        : `Pouvoirs dont l’écrit signé n’a pas été vu : ${frenchList(pairs)}.`,
    itemIds: [],
  }
}

function onRecusals(
  input: ClosingInput,
  code: Finding['code'],
  green: string,
  open: string,
  nameOf: (id: string) => string,
  concerns: (recusal: ClosingInput['recusals'][number], outcome: ItemOutcome | null) => boolean,
): Finding {
  const byCandidature = Map.groupBy(input.recusals, ({ candidatureId }) => candidatureId)
  const found = input.session.agenda.flatMap((item) =>
    (byCandidature.get(item.candidatureId ?? '') ?? [])
      .filter((recusal) => concerns(recusal, item.outcome))
      .map(({ memberId }) => ({ item, memberId })),
  )
  const items: readonly AgendaItem[] = [...new Set(found.map(({ item }) => item))]
  const people = found.map(({ item, memberId }) => `${nameOf(memberId)} (${itemNames([item], input)})`)
  return {
    code,
    isGreen: found.length === 0,
    sentence: found.length === 0 ? green : `${open} : ${frenchList(people)}.`,
    itemIds: items.map(({ id }) => id),
  }
}
