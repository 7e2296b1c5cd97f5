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
  if (actions === undefined || actions.includes(first) || !actions.includes(second)) return [...words]
  return [group, second, first, ...rest]
}
