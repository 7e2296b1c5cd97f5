/** Whether a value read from JSON is a `T`: nothing missing, nothing more. */
export type Shape<T> = (value: unknown) => value is T

const shape = <T>(holds: (value: unknown) => boolean): Shape<T> => holds as Shape<T>

export const text: Shape<string> = shape((value) => typeof value === 'string')
export const named: Shape<string> = shape((value) => typeof value === 'string' && value.length > 0)
export const flag: Shape<boolean> = shape((value) => typeof value === 'boolean')
/** A safe integer, 0 or more: counts, cents, milliseconds. */
export const count = <T extends number = number>(): Shape<T> =>
  shape((value) => Number.isSafeInteger(value) && (value as number) >= 0)
export const integer: Shape<number> = shape((value) => Number.isSafeInteger(value))
export const finite: Shape<number> = shape((value) => typeof value === 'number' && Number.isFinite(value))

export const oneOf = <const T extends string>(...values: readonly T[]): Shape<T> =>
  shape((value) => typeof value === 'string' && (values as readonly string[]).includes(value))

export const nullable = <T>(inner: Shape<T>): Shape<T | null> =>
  shape((value) => value === null || inner(value))

export const list = <T>(inner: Shape<T>): Shape<readonly T[]> =>
  shape((value) => Array.isArray(value) && value.every(inner))

export const record = <T>(inner: Shape<T>): Shape<Readonly<Record<string, T>>> =>
  shape((value) => isObject(value) && !Object.hasOwn(value, '__proto__') && Object.values(value).every(inner))

/** Members in `may` may be absent, never `undefined`. */
export type Members<T> = { readonly [P in keyof T]-?: Shape<Exclude<T[P], undefined>> }

export const exactly = <T extends object>(
  members: Members<T>,
  may: readonly (keyof T & string)[] = [],
): Shape<T> => {
  const keys = Object.keys(members) as (keyof T & string)[]
  const required = keys.filter((key) => !may.includes(key))
  return shape(
    (value) =>
      isObject(value) &&
      required.every((key) => Object.hasOwn(value, key)) &&
      Object.keys(value).every((key) => Object.hasOwn(members, key) && members[key as keyof T](value[key])),
  )
}

/** Some of these members: what a `*.change` sets. */
export const some = <T extends object>(members: Members<Required<T>>): Shape<T> =>
  exactly<T>(members as unknown as Members<T>, Object.keys(members) as (keyof T & string)[])

/** One of several shapes. */
export const either = <T>(...shapes: readonly Shape<T>[]): Shape<T> =>
  shape((value) => shapes.some((holds) => holds(value)))

export const nothing: Shape<Record<string, never>> = exactly<Record<string, never>>({})

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
