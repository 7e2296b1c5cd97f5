import type { TemplateProblem } from '#shared/domain/documents/documentBoard.ts'
import type { FieldDefinition } from '#shared/domain/documents/templates/fieldRecord.ts'
import type { PlacedTag } from './checkSections.ts'
import { problemAt } from './excerpt.ts'
import { nearestName } from './nearestName.ts'
import { bodyTag, plainName, proofTag } from './tagsOf.ts'

/** Every name must be one that the document will have, used as what it is, where it has a sense. */
export function checkFields(
  tags: readonly PlacedTag[],
  fields: readonly FieldDefinition[],
): readonly TemplateProblem[] {
  return tags.flatMap(({ tag, at, within }) => {
    if (tag.kind === 'close' || tag.kind === 'special') return []
    const sentence = complaint(tag, [fields, ...listsOf(within, fields)], fields)
    return sentence === null ? [] : [problemAt(at, tag.start, sentence)]
  })
}

type Definitions = readonly FieldDefinition[]

/** The fields of the entries of the lists one is in, the innermost last. */
function listsOf(within: PlacedTag['within'], fields: Definitions): readonly Definitions[] {
  const scopes: Definitions[] = [fields]
  for (const { tag } of within) {
    const opened = tag.kind === 'open' ? definitionIn(scopes, tag.name) : undefined
    if (opened?.of !== undefined) scopes.push(opened.of)
  }
  return scopes.slice(1)
}

function complaint(
  { kind, name }: PlacedTag['tag'],
  scopes: readonly Definitions[],
  fields: Definitions,
): string | null {
  if (name === '') return 'Un champ n’a pas de nom.'
  const found = definitionIn(scopes, name)
  if (found === undefined) return unknown(name, scopes, fields)
  if (kind !== 'field') return null
  if (found.kind === 'list')
    return `{${name}} est une liste : elle s’écrit {#${name}} … {/${name}}, avec entre les deux ce qui se répète.`
  if (found.kind === 'condition')
    return `{${name}} est une condition : elle s’écrit {#${name}} … {/${name}}, avec entre les deux ce qui s’imprime quand elle est vraie.`
  return null
}

function unknown(name: string, scopes: readonly Definitions[], fields: Definitions): string {
  if (name === bodyTag || name === proofTag)
    return `Le champ {${name}} s’écrit {@${name}}, seul dans son paragraphe.`
  const list = listHolding(name, fields)
  if (list !== null)
    return `Le champ {${name}} n’a de sens qu’à l’intérieur de la liste {#${list}} … {/${list}}.`
  const near = nearestName(
    name,
    scopes.flatMap((scope) => scope.map((definition) => definition.name)),
  )
  return near === null
    ? `Le champ {${name}} est inconnu.`
    : `Le champ {${name}} est inconnu. Vouliez-vous {${near}} ?`
}

const definitionIn = (scopes: readonly Definitions[], name: string): FieldDefinition | undefined =>
  scopes.toReversed().flatMap((scope) => scope.filter((each) => plainName(each.name) === name))[0]

/** Name of a list whose entries have this field. */
function listHolding(name: string, fields: Definitions): string | null {
  for (const { name: list, of } of fields) {
    if (of === undefined) continue
    if (of.some((each) => plainName(each.name) === name)) return list
    const deeper = listHolding(name, of)
    if (deeper !== null) return deeper
  }
  return null
}
