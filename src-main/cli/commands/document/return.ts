import type { ReturnReport } from '#shared/domain/documents/documentBoard.ts'
import { counted } from '#shared/domain/documents/typography.ts'
import { type Answer, said } from '../../answer.ts'
import type { SharedOptions } from '../../commandRunner.ts'
import type { RegisterCommand } from '../../program.ts'
import { isoDateOf } from '../../read/readOptionValues.ts'

interface ReturnOptions extends SharedOptions {
  readonly issue?: string
  readonly on?: string
}

export const returnAction: RegisterCommand = (group, runner) => {
  runner
    .prepare(
      group
        .command('return')
        .description('garde un document revenu : numérisé signé, PDF signé, Word corrigé'),
      'delibere document comite.delibere return pv-signe.pdf --on 2026-03-20',
    )
    .argument('<fichier>', 'le fichier du comité')
    .argument('<document>', 'le fichier revenu')
    .option('--issue <exemplaire>', 'le document dont il revient ; sinon, celui qu’il dit être')
    .option('--on <date>', 'date du retour ; par défaut aujourd’hui', isoDateOf)
    .action((file: string, path: string, { issue, on, ...options }: ReturnOptions) =>
      runner.inFile(file, options, async ({ dispatcher }): Promise<Answer> => {
        const returned = await dispatcher.call('document.return', {
          path: runner.pathOf(path),
          issueId: issue ?? null,
          on: on ?? runner.terminal.today(),
        })
        return returned.ok ? said(returned.value, returnText(returned.value)) : returned
      }),
    )
}

function returnText({ title, returned, pages, remarks }: ReturnReport): string {
  const { signatures, differences } = returned
  return [
    `${title} : le fichier revenu est gardé (${kinds[returned.kind]}).`,
    ...(pages === null
      ? []
      : [
          `${counted(pages.read.length, 'page reconnue', 'pages reconnues')}${pages.expected === null ? '' : ` sur ${pages.expected}`}.`,
        ]),
    ...remarks,
    ...signatures.map(({ sentence }) => `  ${sentence}`),
    ...differences.map((difference) => `  ${difference}`),
  ].join('\n')
}

const kinds: Readonly<Record<ReturnReport['returned']['kind'], string>> = {
  scan: 'numérisation',
  'signed-pdf': 'PDF signé',
  'edited-word': 'Word corrigé',
  other: 'autre fichier',
}
