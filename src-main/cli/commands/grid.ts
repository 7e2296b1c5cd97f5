import { readFileSync } from 'node:fs'
import type { Dispatcher } from '#main/composition/dispatcher.ts'
import { gridContent as gridSchema } from '#shared/contract/schemas.ts'
import { foldForSearch } from '#shared/domain/dossier/foldForSearch.ts'
import { checkGrid } from '#shared/domain/grid/checkGrid.ts'
import { type Answer, type Refused, refused, said } from '../answer.ts'
import type { SharedOptions } from '../commandRunner.ts'
import { findCall } from '../find/findCall.ts'
import type { RegisterCommand } from '../program.ts'
import { writeText } from '../writeText.ts'

interface GridOptions extends SharedOptions {
  readonly call?: string
  readonly shipped?: string
  readonly in?: string
  readonly out?: string
}

/** `grid FILE export|import`: the grid of a call as JSON, or one of the shipped grids. */
export const gridCommand: RegisterCommand = (program, runner) => {
  const example =
    'delibere grid comite.delibere import --shipped transformation-numerique --call "Appel 2026"'
  const group = runner.gather(program.command('grid').description('la grille d’un appel'), example)
  runner
    .prepare(
      group.command('export').description('écrit la grille d’un appel en JSON'),
      'delibere grid comite.delibere export --call "Appel 2026" --out grille.json',
    )
    .argument('<fichier>', 'le fichier du comité')
    .option('--call <nom>', 'l’appel, quand il y en a plusieurs')
    .option('--out <chemin>', 'où l’écrire ; sinon elle s’affiche')
    .action((file: string, options: GridOptions) =>
      runner.inFile(file, options, async ({ dispatcher }): Promise<Answer> => {
        const call = await findCall(dispatcher, options.call)
        if (!call.ok) return call
        const grids = await dispatcher.call('grid.list', {})
        if (!grids.ok) return grids
        const grid = grids.value.find(({ id }) => id === call.value.gridId)
        if (grid === undefined)
          return refused(
            'entity.missing',
            `L’appel « ${call.value.name} » n’a pas encore de grille. Donnez-lui-en une avec « delibere grid FICHIER import ».`,
          )
        const content = { label: grid.label, sections: grid.sections }
        const text = JSON.stringify(content, null, 2)
        if (options.out === undefined) return said(content, text)
        const path = runner.pathOf(options.out)
        const written = writeText(path, `${text}\n`)
        if (!written.ok) return written
        return said({ path }, `Grille « ${grid.label} », version ${grid.version} : « ${path} »`)
      }),
    )
  runner
    .prepare(group.command('import').description('donne une grille à un appel'), example)
    .argument('<fichier>', 'le fichier du comité')
    .option('--call <nom>', 'l’appel, quand il y en a plusieurs')
    .option('--shipped <grille>', 'une grille livrée : transformation-numerique ou portail-familles')
    .addOption(group.createOption('--in <chemin>', 'une grille en JSON').conflicts('shipped'))
    .action((file: string, options: GridOptions) =>
      runner.inFile(file, options, async ({ dispatcher }): Promise<Answer> => {
        const call = await findCall(dispatcher, options.call)
        if (!call.ok) return call
        const drafted =
          options.in === undefined
            ? await draftShipped(dispatcher, options.shipped)
            : await draftFrom(dispatcher, runner.pathOf(options.in))
        if (!drafted.ok) return drafted
        const change = { callId: call.value.id, set: { gridId: drafted.gridId } }
        const attached = await dispatcher.call('call.change', change)
        if (!attached.ok) return attached
        return said(
          { gridId: drafted.gridId, callId: call.value.id },
          `La grille est celle de l’appel « ${call.value.name} ». Elle se verrouillera à la première fiche déposée.`,
        )
      }),
    )
}

type Drafted = { readonly ok: true; readonly gridId: string } | Exclude<Answer, { ok: true }>

async function draftShipped(dispatcher: Dispatcher, key: string | undefined): Promise<Drafted> {
  const shipped = await dispatcher.call('grid.shipped', {})
  if (!shipped.ok) return shipped
  const wanted = foldForSearch(key ?? '')
  const grid = shipped.value.find((one) => one.key === key || foldForSearch(one.label) === wanted)
  if (grid === undefined) {
    const known = shipped.value.map((one) => `${one.key} (${one.label})`).join(', ')
    return refused(
      'input.invalid',
      `Choisissez une grille avec --shipped ou --in. Rien n’a été modifié. Grilles livrées : ${known}.`,
    )
  }
  const drafted = await dispatcher.call('grid.draft', { from: 'shipped', key: grid.key })
  return drafted.ok ? { ok: true, gridId: drafted.value.gridId } : drafted
}

async function draftFrom(dispatcher: Dispatcher, path: string): Promise<Drafted> {
  const content = readGrid(path)
  if (!content.ok) return content
  // A screen may keep an unfinished draft; a file given from outside is put to use at once.
  const sound = checkGrid(content.value)
  if (!sound.ok) return sound
  const drafted = await dispatcher.call('grid.draft', { from: 'blank', label: content.value.label })
  if (!drafted.ok) return drafted
  const { gridId } = drafted.value
  const filled = await dispatcher.call('grid.change', { gridId, content: content.value })
  if (filled.ok) return { ok: true, gridId }
  // An empty grid that nobody asked for must not remain.
  await dispatcher.call('act.undo', {})
  return filled
}

type GridContent = ReturnType<typeof gridSchema.parse>

function readGrid(path: string): { readonly ok: true; readonly value: GridContent } | Refused {
  let text: string
  try {
    text = readFileSync(path, 'utf8').replace(/^\ufeff/, '')
  } catch {
    return refused(
      'file.missing',
      `« ${path} » est introuvable ou ne se lit pas. Rien n’a été modifié. Vérifiez l’emplacement.`,
      { path },
    )
  }
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    return refused('input.invalid', `« ${path} » ne se lit pas comme du JSON. Rien n’a été modifié.`, {
      path,
    })
  }
  const checked = gridSchema.safeParse(parsed)
  if (checked.success) return { ok: true, value: checked.data }
  const [first] = checked.error.issues
  const where = first === undefined ? '' : ` (${first.path.join('.')})`
  return refused(
    'grid.invalid',
    `« ${path} » n’a pas la forme d’une grille${where}. Rien n’a été modifié. Partez d’une grille exportée.`,
    { path },
  )
}
