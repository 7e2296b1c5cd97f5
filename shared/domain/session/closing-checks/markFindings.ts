import { counted, frenchList } from '../../documents/typography.ts'
import type { ClosingInput } from '../closingInput.ts'
import { memberName } from '../memberName.ts'
import type { AgendaItem } from '../session.ts'
import type { SheetCount } from '../sheetCounts.ts'
import { type Finding, findingOnItems, itemNames } from './finding.ts'

/** The marks of the candidatures that were examined; a deferred or inadmissible one needs none any more. */
export function markFindings(input: ClosingInput): readonly Finding[] {
  const { session } = input
  const marked = session.agenda.flatMap((item) => {
    const count = input.sheets.get(item.candidatureId ?? '')
    const { outcome, kind } = item
    const isMarked =
      kind === 'candidature' && outcome?.opinion !== 'deferred' && outcome?.opinion !== 'inadmissible'
    return isMarked && count !== undefined ? { item, count } : []
  })
  const itemsWhere = (matches: (count: SheetCount) => boolean): readonly AgendaItem[] =>
    marked.filter(({ count }) => matches(count)).map(({ item }) => item)
  const sealed = itemsWhere(({ filed, drafts }) => filed.length + drafts.length > 0).filter(
    ({ marksRevealedAt }) => session.sealedMarks && marksRevealedAt === null,
  )
  const missing = itemsWhere(({ filed, expected }) => filed.length < expected)
  const signs = marked.some(({ count }) =>
    count.filed.some(({ countersignedOn }) => countersignedOn !== null),
  )
  const unsigned = signs
    ? itemsWhere(({ filed }) => filed.some(({ countersignedOn }) => countersignedOn === null))
    : []
  return [
    findingOnItems('marks-sealed', sealed, {
      green: 'Aucune note n’est restée scellée.',
      open: `Notes saisies et jamais révélées : ${itemNames(sealed, input)}.`,
    }),
    findingOnItems('marks-missing', missing, {
      green: 'Toutes les fiches attendues sont déposées.',
      open: missingSentence(
        marked.map(({ count }) => count),
        missing,
        input,
      ),
    }),
    findingOnItems('sheets-not-countersigned', unsigned, {
      green: signs
        ? 'Toutes les fiches déposées sont contresignées.'
        : 'Les fiches n’ont pas été imprimées pour être contresignées.',
      open: `Fiches déposées sans contreseing : ${itemNames(unsigned, input)}.`,
    }),
  ]
}

function missingSentence(
  counts: readonly SheetCount[],
  items: readonly AgendaItem[],
  input: ClosingInput,
): string {
  const byMember = new Map<string, number>()
  for (const { missingIds } of counts)
    for (const id of missingIds) byMember.set(id, (byMember.get(id) ?? 0) + 1)
  const people = input.members.flatMap((member) => {
    const sheets = byMember.get(member.id)
    return sheets === undefined ? [] : `${memberName(member)} (${sheets})`
  })
  const total = counts.reduce((sum, { expected, filed }) => sum + Math.max(0, expected - filed.length), 0)
  const drafts = counts.reduce((sum, count) => sum + count.drafts.length, 0)
  const missing = counted(total, 'fiche attendue n’est pas déposée', 'fiches attendues ne sont pas déposées')
  return [
    `${missing}, sur ${itemNames(items, input)}`,
    ...(people.length === 0 ? [] : [`de ${frenchList(people)}`]),
    ...(drafts === 0 ? [] : [`dont ${counted(drafts, 'brouillon', 'brouillons')}`]),
  ]
    .join(', ')
    .concat('.')
}
