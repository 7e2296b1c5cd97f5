import type { RegisterCommand } from '../program.ts'
import { addAction } from './template/add.ts'
import { checkAction } from './template/check.ts'
import { fieldsAction } from './template/fields.ts'
import { listAction } from './template/list.ts'
import { saveAction } from './template/save.ts'
import { useAction } from './template/use.ts'

/** `template FILE list|fields|check|add|use|save`: the Word files that documents are made with. */
export const templateCommand: RegisterCommand = (program, runner) => {
  const group = runner.gather(
    program.command('template').description('les modèles Word du comité'),
    'delibere template comite.delibere add entete.docx --document "papier à en-tête" --name "En-tête de la mairie"',
  )
  for (const register of actions) register(group, runner)
}

const actions: readonly RegisterCommand[] = [
  listAction,
  fieldsAction,
  checkAction,
  addAction,
  useAction,
  saveAction,
]
