import { z } from 'zod'

/**
 * Some of the fields of an object: each may be absent, none may be `undefined`. (`partial()` would let an explicit
 * `undefined` through, which a change of a stored field must not contain.) What a creation takes by default is not
 * changed by being left unsaid.
 */
export function changesOf<S extends z.core.$ZodShape>(
  schema: z.ZodObject<S>,
): z.ZodObject<{ [K in keyof S]: z.ZodExactOptional<S[K]> }> {
  const fields = Object.entries(schema.shape).map(([name, field]) => [
    name,
    withoutDefault(field as z.ZodType).exactOptional(),
  ])
  // Object.fromEntries forgets which field has which type; the signature says it.
  return z.object(Object.fromEntries(fields)) as unknown as z.ZodObject<{
    [K in keyof S]: z.ZodExactOptional<S[K]>
  }>
}

const withoutDefault = (field: z.ZodType): z.ZodType =>
  field instanceof z.ZodDefault ? (field.unwrap() as z.ZodType) : field
