/**
 * The zoo: bugs that others had, planted one at a time. Each must be found within 200 seeds, and the right build be clean.
 * `likelySeed` found it once and is tried first; when plans change, the search goes on from 1.
 */
const bugs = [
  { name: 'Z1', likelySeed: 1, what: 'the cursor reaches the disk before the rows that it covers' },
  { name: 'Z2', likelySeed: 2, what: 'a refused commit stops the queue behind it' },
  { name: 'Z3', likelySeed: 20, what: 'a clock far in the future stops who hears of it' },
  { name: 'Z4', likelySeed: 1, what: 'a commit is known by a short hash' },
  { name: 'Z5', likelySeed: 8, what: 'a restored centre goes on as if nothing had happened' },
  { name: 'Z6', likelySeed: 38, what: 'a first copy bears the position of a later moment' },
  { name: 'Z7', likelySeed: 1, what: 'a right that is taken away leaves the bodies where they are' },
  { name: 'Z8', likelySeed: 8, what: 'who was away when something was published never asks for it' },
  { name: 'Z9', likelySeed: 2, what: 'a laptop drops its commits once sent' },
  { name: 'Z10', likelySeed: 2, what: 'what comes first is folded first, whatever its place' },
  { name: 'Z11', likelySeed: 2, what: 'a restored laptop writes on under its old head' },
  { name: 'Z12', likelySeed: 2, what: 'a laptop drops what it does not know of' },
  { name: 'Z13', likelySeed: 8, what: 'a first copy that stops half-way is taken as whole' },
  { name: 'Z14', likelySeed: 1, what: 'a long list of entries is cut without a word' },
  { name: 'Z15', likelySeed: 10, what: 'a long catching up is taken for a loop and given up' },
  { name: 'Z16', likelySeed: 2, by: 'I13', what: 'the states of a copy bear a place beyond it' },
  { name: 'Z17', likelySeed: 1, by: 'I16', what: 'what is said again late puts the cursor back' },
  { name: 'Z18', likelySeed: 3, by: 'I19', what: 'what was erased stays where it was read before' },
  {
    name: 'Z19',
    likelySeed: 9,
    by: 'I18',
    what: 'a program that was brought up to date does not ask for what the older one could not read',
  },
  { name: 'B1', likelySeed: 42, what: 'what its author dated before the closing is accepted after it' },
  { name: 'B2', likelySeed: 4, what: 'the centre judges what a hub orders' },
  { name: 'B3', likelySeed: 7, what: 'a commit is sent before it is durable' },
  { name: 'B4', likelySeed: 10, what: 'the hub sends each device the receipts of its own commits only' },
  { name: 'B5', likelySeed: 5, what: 'the hub asks for no right' },
  { name: 'B6', likelySeed: 5, what: 'a body is not compared with its hash' },
  { name: 'B7', likelySeed: 5, what: 'rights are those of the first contact' },
  { name: 'B8', likelySeed: 53, what: 'a laptop keeps no body that a room answered' },
  { name: 'B9', likelySeed: 10, by: 'I7', what: 'the centre asks for no right of what a hub brings back' },
  { name: 'B10', likelySeed: 3, by: 'I19', what: 'whoever erases takes the signature with the body' },
  { name: 'B11', likelySeed: 5, by: 'I18', what: 'an older program writes on what it reads in part' },
  { name: 'B12', likelySeed: 46, by: 'I15', what: 'what is signed cites bytes that are kept later' },
  { name: 'B13', likelySeed: 14, by: 'I15', what: 'a chunk is kept as it comes' },
  { name: 'B14', likelySeed: 12, by: 'I19', what: 'the papers of what was erased stay' },
  {
    name: 'W1',
    likelySeed: 39,
    wire: true,
    what: 'an authority of the exchange says what a power cut takes back',
  },
] as const

export type BugName = (typeof bugs)[number]['name']

export interface Bug {
  readonly name: BugName
  readonly likelySeed: number
  readonly what: string
  /** The invariant that must be the one to find it. */
  readonly by?: string
  /** It sits in the machines of the exchange. */
  readonly wire?: boolean
}

export const zoo: readonly Bug[] = bugs

export const bugNamed = (name: string): Bug | undefined => zoo.find((bug) => bug.name === name)
