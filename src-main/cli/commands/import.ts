import { readFileSync } from 'node:fs'
import type { Dispatcher } from '#main/composition/dispatcher.ts'
import { ok, type Result } from '#shared/kernel/result.ts'
import { type Answer, type Refused, refused, said } from '../answer.ts'
import type { SharedOptions } from '../commandRunner.ts'
import { findCall } from '../find/findCall.ts'
import type { RegisterCommand } from '../program.ts'
import { rulesByDefault } from '../rulesByDefault.ts'
import { showImportOutcome, showImportPreview } from '../showImport.ts'

interface ImportOptions extends SharedOptions {
  readonly kind: 'fiches' | 'csv'
  readonly call: string
  readonly dryRun?: true
  readonly mapping?: string
}

/** `import FILE SOURCE`: sheets of the wiki or a spreadsheet, into a call that is created when it does not exist. */
export const importCommand: RegisterCommand = (program, runner) => {
  runner
    .prepare(
      program.command('import').description('importe des candidatures ; un import s’annule d’un bloc'),
      'delibere import comite.delibere fiches.txt --kind fiches --call "Appel 2026" --dry-run',
    )
    .argument('<fichier>', 'le fichier du comité')
    .argument('<source>', 'le texte des fiches, ou le tableau CSV')
    .addOption(
      program
        .createOption('--kind <genre>', 'fiches (texte du wiki) ou csv (tableau)')
        .choices(['fiches', 'csv'])
        .makeOptionMandatory(),
    )
    .requiredOption('--call <nom>', 'l’appel ; il est créé s’il n’existe pas')
    .option('--dry-run', 'montre ce qui viendrait, sans rien écrire')
    .option('--mapping <chemin>', 'JSON qui donne le champ de chaque en-tête du tableau')
    .action((file: string, source: string, options: ImportOptions) =>
      runner.inFile(file, options, async ({ dispatcher }): Promise<Answer> => {
        const mapping = readMapping(options.mapping && runner.pathOf(options.mapping))
        if (!mapping.ok) return mapping
        const found = await findCall(dispatcher, options.call)
        const callExists = found.ok
        if (!callExists && found.refusal.code !== 'entity.missing') return found
        const input = { path: runner.pathOf(source), kind: options.kind, mapping: mapping.value }
        if (options.dryRun) {
          const callId = found.ok ? found.value.id : noCall
          const preview = await dispatcher.call('import.preview', { callId, ...input })
          if (!preview.ok) return preview
          return said(
            { ...preview.value, callWouldBeCreated: !callExists },
            showImportPreview(preview.value, callExists ? null : options.call),
          )
        }
        const callId = found.ok
          ? ok(found.value.id)
          : await createCall(dispatcher, options.call, runner.terminal.today())
        if (!callId.ok) return callId
        const outcome = await dispatcher.call('import.run', { callId: callId.value, ...input })
        if (!outcome.ok) {
          // The call was made for this import only: without it, nothing must remain.
          if (!callExists) await dispatcher.call('act.undo', {})
          return outcome
        }
        return said(
          { ...outcome.value, callId: callId.value, callCreated: !callExists },
          showImportOutcome(outcome.value, callExists ? null : options.call),
        )
      }),
    )
}

/** Names no call: a preview is compared with nothing. */
const noCall = 'none'

async function createCall(dispatcher: Dispatcher, name: string, today: string): Promise<Result<string>> {
  const opened = await dispatcher.call('call.open', {
    name,
    scheme: '',
    fiscalYear: Number(today.slice(0, 4)),
    opensOn: null,
    closesOn: null,
    gridId: null,
    rules: rulesByDefault,
  })
  return opened.ok ? ok(opened.value.callId) : opened
}

function readMapping(
  path: string | undefined,
): { readonly ok: true; readonly value: Record<string, string | null> | null } | Refused {
  if (path === undefined || path === '') return { ok: true, value: null }
  try {
    const parsed: unknown = JSON.parse(readFileSync(path, 'utf8'))
    if (isMapping(parsed)) return { ok: true, value: parsed }
  } catch {
    // Said below, with the shape that is expected.
  }
  return refused(
    'input.invalid',
    `Le fichier « ${path} » n’est pas une correspondance utilisable. Rien n’a été modifié. Écrivez un objet JSON comme { "Porteur": "applicant", "Remarque": null }.`,
    { path },
  )
}

const isMapping = (value: unknown): value is Record<string, string | null> =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.values(value).every((field) => field === null || typeof field === 'string')
