/**
 * People write `delibere session FILE open …`: the object first, then the act. The command library wants the act
 * first, so the two are exchanged here; both orders are accepted.
 */
export function fileFirst(
  words: readonly string[],
  groups: Readonly<Record<string, readonly string[]>>,
): string[] {
  const [group = '', first = '', second = '', ...rest] = words
  const actions = Object.hasOwn(groups, group) ? groups[group] : undefined
  if (actions === undefined || actions.includes(first)) return [...words]
  if (first === '' || first.startsWith('-')) return [...words]
  // An object without an act: the group says which acts it has.
  if (second === '' || second.startsWith('-')) return [group, ...(second === '' ? [] : [second]), ...rest]
  // Exchanged even when the second word is no act: then it is this word that is said to be unknown.
  return [group, second, first, ...rest]
}
