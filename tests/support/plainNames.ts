import fc from 'fast-check'

/** A member name that JSON writes without an escape: no other can be signed, nor is read alike everywhere. */
export const plainName = fc.string().filter((name) => JSON.stringify(name) === `"${name}"`)

/** Any JSON value whose member names are plain. */
export const plainJson = () =>
  fc
    .jsonValue({ maxDepth: 3 })
    .filter((value) => namesOf(value).every((name) => JSON.stringify(name) === `"${name}"`))

/** Every member name in a value. */
export const namesOf = (value: unknown): readonly string[] =>
  typeof value !== 'object' || value === null
    ? []
    : [...(Array.isArray(value) ? [] : Object.keys(value)), ...Object.values(value).flatMap(namesOf)]
