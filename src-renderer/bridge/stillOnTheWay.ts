import { canonicalJson, type Json } from '#shared/kernel/canonicalJson.ts'

/** [UI31] The fields that were sent and that what is read does not show yet. */
export function stillOnTheWay<T extends object>(sent: Partial<T>, read: T): Partial<T> {
  const left = Object.entries(sent).filter(
    ([name, value]) => canonicalJson(value as Json) !== canonicalJson(read[name as keyof T] as Json),
  )
  return Object.fromEntries(left) as Partial<T>
}
