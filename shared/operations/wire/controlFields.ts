import type { Json } from '#shared/kernel/canonicalJson.ts'
import type { RawFrame } from './rawFrame.ts'
import type { SchemaRange } from './wireFrame.ts'
import { maxTextLength } from './wireLimits.ts'

/** A check of one member of a control: its value, or undefined when it is none of the kind. */
export type Field<T> = (value: Json | undefined) => T | undefined

/**
 * The members of a control, all of them and no other; undefined when one is missing, wrong or too many. A version that
 * needs another member is another protocol name.
 */
export function readFields<F extends Readonly<Record<string, Field<unknown>>>>(
  control: RawFrame['control'],
  fields: F,
): { readonly [K in keyof F]: Exclude<ReturnType<F[K]>, undefined> } | undefined {
  const names = Object.keys(fields)
  if (Object.keys(control).length !== names.length) return undefined
  const read: Record<string, unknown> = {}
  for (const name of names) {
    const value = Object.hasOwn(control, name) ? fields[name]?.(control[name]) : undefined
    if (value === undefined) return undefined
    read[name] = value
  }
  return read as { readonly [K in keyof F]: Exclude<ReturnType<F[K]>, undefined> }
}

export const text: Field<string> = (value) =>
  typeof value === 'string' && value.length > 0 && value.length <= maxTextLength ? value : undefined

export const count: Field<number> = (value) =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && !Object.is(value, -0)
    ? value
    : undefined

export const flag: Field<boolean> = (value) => (typeof value === 'boolean' ? value : undefined)

export const orNull =
  <T>(field: Field<T>): Field<T | null> =>
  (value) =>
    value === null ? null : field(value)

export const countOrNull: Field<number | null> = orNull(count)

export const listOf =
  <T>(field: Field<T>): Field<readonly T[]> =>
  (value) => {
    if (!isList(value)) return undefined
    const items = value.map(field)
    return items.every((item): item is T & {} => item !== undefined) ? items : undefined
  }

export const texts: Field<readonly string[]> = listOf(text)

export const schemaRange: Field<SchemaRange> = (value) => {
  if (!isList(value) || value.length !== 2) return undefined
  const [min, max] = [count(value[0]), count(value[1])]
  return min === undefined || max === undefined || min > max ? undefined : [min, max]
}

export const oneOf =
  <T extends string>(choices: readonly T[]): Field<T> =>
  (value) =>
    choices.find((choice) => choice === value)

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value)
}
