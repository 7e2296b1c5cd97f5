import type { TemplateLine } from '#shared/domain/documents/documentBoard.ts'
import { frenchDate } from '#shared/domain/documents/typography.ts'
import { type Answer, said } from '../../answer.ts'
import type { SharedOptions } from '../../commandRunner.ts'
import type { RegisterCommand } from '../../program.ts'
import { targetName } from './templateAction.ts'

export const listAction: RegisterCommand = (group, runner) => {
  runner
    .prepare(
      group.command('list').description('montre les modèles du comité et leurs versions'),
      'delibere template comite.delibere list',
    )
    .argument('<fichier>', 'le fichier du comité')
    .action((file: string, options: SharedOptions) =>
      runner.inFile(file, options, async ({ dispatcher }): Promise<Answer> => {
        const listed = await dispatcher.call('template.list', {})
        if (!listed.ok) return listed
        const text =
          listed.value.length === 0
            ? 'Le comité n’a pas de modèle à lui : tous les documents prennent ceux du programme.'
            : listed.value.map(templateText).join('\n')
        return said(listed.value, text)
      }),
    )
}

const templateText = ({ document, name, inUse, versions }: TemplateLine): string =>
  [
    `${targetName(document)} : « ${name} »${inUse === null ? ', hors service (modèle du programme)' : ''}`,
    ...versions.map(
      ({ version, fileName, addedOn }) =>
        `  version ${version}, « ${fileName} », ajoutée le ${frenchDate(addedOn)}${version === inUse ? ', en service' : ''}`,
    ),
  ].join('\n')
