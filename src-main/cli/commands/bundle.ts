import type { RegisterCommand } from '../program.ts'
import { carryBundleCommands } from './bundle/carry.ts'
import { showBundleCommand } from './bundle/show.ts'

/** `bundle FILE show|export|import`: what travels on a key. */
export const bundleCommand: RegisterCommand = (program, runner) => {
  const group = runner.gather(
    program.command('bundle').description('les envois sur clé'),
    'delibere bundle "Envoi du 2026-11-22 pour la salle.delibere-cle" show',
  )
  showBundleCommand(group, runner)
  carryBundleCommands(group, runner)
}
