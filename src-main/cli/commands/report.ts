import { extname } from 'node:path'
import { type Answer, said } from '../answer.ts'
import type { SharedOptions } from '../commandRunner.ts'
import { findSession } from '../find/findSession.ts'
import type { RegisterCommand } from '../program.ts'

type Kind = 'minutes' | 'ranking' | 'decision-record'
type Format = 'pdf' | 'docx' | 'csv'

interface ReportOptions extends SharedOptions {
  readonly session: string
  readonly format?: Format
  readonly out: string
}

/** `report FILE minutes|ranking|decision-record`: the document of a closed session. */
export const reportCommand: RegisterCommand = (program, runner) => {
  runner
    .prepare(
      program
        .command('report')
        .description('produit le procès-verbal, le classement ou le relevé de décisions'),
      'delibere report comite.delibere minutes --session last --out proces-verbal.pdf',
    )
    .argument('<fichier>', 'le fichier du comité')
    .addArgument(
      program
        .createArgument(
          '<document>',
          'minutes (procès-verbal), ranking (classement), decision-record (relevé)',
        )
        .choices(Object.keys(names)),
    )
    .option('--session <séance>', 'son numéro dans la liste, le numéro du PV ou last', 'last')
    .addOption(
      program
        .createOption('--format <format>', 'sinon, d’après la fin du nom de --out')
        .choices(['pdf', 'docx', 'csv']),
    )
    .requiredOption('--out <chemin>', 'où écrire le document')
    .action((file: string, document: Kind, options: ReportOptions) =>
      runner.inFile(file, options, async ({ dispatcher }): Promise<Answer> => {
        const session = await findSession(dispatcher, options.session)
        if (!session.ok) return session
        const format = options.format ?? formatByName(options.out)
        const input = { sessionId: session.value.id, document, format, path: runner.pathOf(options.out) }
        const exported = await dispatcher.call('document.export', input)
        if (!exported.ok) return exported
        return said(
          { path: exported.value.path, document, format, sessionId: session.value.id },
          `${names[document]} : « ${exported.value.path} »`,
        )
      }),
    )
}

const names: Readonly<Record<Kind, string>> = {
  minutes: 'Procès-verbal',
  ranking: 'Classement',
  'decision-record': 'Relevé de décisions',
}

function formatByName(path: string): Format {
  const extension = extname(path).toLowerCase()
  return extension === '.docx' ? 'docx' : extension === '.csv' ? 'csv' : 'pdf'
}
