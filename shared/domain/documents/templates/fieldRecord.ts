/**
 * What a template is filled with, by the French name of the field: a text, a condition, or a list whose entries have
 * fields of their own. Names are flat (« demandeur.nom » is one name), as a Word template writes them.
 */
export type FieldValue = string | boolean | readonly FieldRecord[]
export interface FieldRecord {
  readonly [name: string]: FieldValue
}

/** A field as the picker shows it. */
export interface FieldDefinition {
  readonly name: string
  /** French, what it will say: « Nom du demandeur ». */
  readonly meaning: string
  readonly kind: 'text' | 'condition' | 'list'
  /** Fields of the entries of a list. */
  readonly of?: readonly FieldDefinition[]
}
