import type { FieldDefinition } from '../templates/fieldRecord.ts'

/** Short ways to write a catalogue of fields. */
export const text = (name: string, meaning: string): FieldDefinition => ({ name, meaning, kind: 'text' })

export const condition = (name: string, meaning: string): FieldDefinition => ({
  name,
  meaning,
  kind: 'condition',
})

export const list = (name: string, meaning: string, of: readonly FieldDefinition[]): FieldDefinition => ({
  name,
  meaning,
  kind: 'list',
  of,
})
