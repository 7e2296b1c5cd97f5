import type { Command } from 'commander'

/** The acts of each command that has some: `{ session: ['plan', 'open', …] }`. */
export function groupActions(program: Command): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    program.commands
      .filter((command) => command.commands.length > 0)
      .map((command) => [command.name(), command.commands.map((action) => action.name())]),
  )
}
