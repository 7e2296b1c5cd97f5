import type { TemplateCheck, TemplateProblem } from '#shared/domain/documents/documentBoard.ts'
import { foldForSearch } from '#shared/domain/dossier/foldForSearch.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import type { DocumentTemplate, TemplateVersion } from '#shared/operations/documentTemplate.ts'
import { entityOf } from '#shared/operations/operation.ts'
import { templateStates } from '../documents/templateInUse.ts'
import { newId } from '../newId.ts'
import type { Reader, Transaction, UseCaseContext } from '../ports.ts'
import { readTemplate } from './checkTemplate.ts'
import { setOthersAside } from './setOthersAside.ts'
import type { TemplateTarget } from './templateTarget.ts'
import type { TemplateTools } from './templateTools.ts'

/**
 * [TM2] Keeps a Word file of the committee and puts it to use. For a kind and a name that exist already it is a new
 * version; the same file again is the version it was. One act, which can be undone. Refusals: `file.missing`,
 * those of `TemplateEngine.check`, `template.invalid` with each problem and its place.
 */
export async function addTemplate(
  context: UseCaseContext,
  tools: TemplateTools,
  input: {
    readonly path: string
    readonly document: TemplateTarget
    readonly name: string
    /** ISO date. */
    readonly on: string
  },
): Promise<Result<TemplateCheck>> {
  const { document, on } = input
  const name = input.name.trim()
  const read = await readTemplate(tools, input)
  if (!read.ok) return read
  const { bytes, check } = read.value
  if (check.problems.length > 0) return refuse('template.invalid', { items: check.problems.map(inWords) })
  const act = { actor: context.actor, label: `Modèle « ${name} »`, undoable: true }
  const kept = context.file.transact(act, (transaction) => {
    const known = transaction
      .all('template')
      .find((each) => each.document === document && foldForSearch(each.name) === foldForSearch(name))
    const sha256 = transaction.putBlob(bytes)
    const file = { sha256, fileName: lastName(input.path), addedOn: on }
    const id = known?.id ?? newId(context)
    const aside = setOthersAside(transaction, { id, document })
    if (!aside.ok) return aside
    return known === undefined
      ? transaction.emit('template.add@1', entityOf('template', id), {
          document,
          name,
          version: { version: 1, ...file },
        })
      : revise(transaction, known, file)
  })
  return kept.ok ? ok(check) : kept
}

function revise(
  transaction: Transaction,
  { id, versions, inUse }: DocumentTemplate,
  file: Omit<TemplateVersion, 'version'>,
): Result<null> {
  const same = versions.findLast(({ sha256 }) => sha256 === file.sha256)
  const entity = entityOf('template', id)
  if (same !== undefined && same.version === inUse) return ok(null)
  return same === undefined
    ? transaction.emit('template.revise@1', entity, {
        version: { version: nextVersion(transaction, id), ...file },
      })
    : transaction.emit('template.use@1', entity, { version: same.version })
}

/** After every one there ever was: a document may have left with one whose adding was undone. */
function nextVersion(reader: Reader, id: string): number {
  const known = templateStates(reader, id).flatMap(({ versions }) => versions.map(({ version }) => version))
  return Math.max(0, ...known) + 1
}

const inWords = ({ sentence, place }: TemplateProblem): string =>
  place === '' ? sentence : `${sentence} (${place})`

/** Of a path of any system. */
const lastName = (path: string): string => path.split(/[/\\]/u).at(-1) ?? path
