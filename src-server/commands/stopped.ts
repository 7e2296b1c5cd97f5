/** Something stands in the way: a French sentence for who started the command. Exit code 1. */
export class Stopped extends Error {
  override readonly name = 'Stopped'
}
