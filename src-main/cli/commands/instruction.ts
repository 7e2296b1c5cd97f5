import type { RegisterCommand } from '../program.ts'
import { correspondentsAction } from './instruction/correspondents.ts'
import { setAction } from './instruction/set.ts'
import { showAction } from './instruction/show.ts'

/** `instruction FILE show|set|correspondents`: what the service notes of a candidature outside the sessions. */
export const instructionCommand: RegisterCommand = (program, runner) => {
  const group = runner.gather(
    program
      .command('instruction')
      .description('l’instruction d’une candidature : réception, pièces, rapport, correspondant, conditions'),
    'delibere instruction comite.delibere show --candidature 12',
  )
  for (const register of [showAction, setAction, correspondentsAction]) register(group, runner)
}
