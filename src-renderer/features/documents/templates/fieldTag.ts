import type { FieldDefinition } from '#shared/domain/documents/templates/fieldRecord.ts'

/** What is pasted into Word: a text by its name, a condition or a list with both of its limits. */
export function fieldTag({ name, kind, of = [] }: FieldDefinition): string {
  if (kind === 'text') return `{${name}}`
  const inside = of.filter((field) => field.kind === 'text').map((field) => `{${field.name}}`)
  return `{#${name}}${inside.join(' ')}{/${name}}`
}
