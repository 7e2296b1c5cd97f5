import type { HistoryLine } from '#shared/domain/history/historyLine.ts'

/** [UI27] The acts whose label or changes name the point: the title it bears on the agenda. */
export const historyOfPoint = (
  lines: readonly HistoryLine[],
  names: readonly string[],
): readonly HistoryLine[] => {
  const known = names.filter((name) => name.trim() !== '')
  const isNamed = (text: string) => known.some((name) => text.includes(name))
  return lines.filter(
    ({ label, changes }) =>
      isNamed(label) || changes.some(({ field, before, after }) => [field, before, after].some(isNamed)),
  )
}
