/** One job done several ways in the same run: ours, and the peers or limits it is held against. */
export interface Contest {
  readonly title: string
  /** What is wanted of the ratio, in words; printed, never a gate. */
  readonly goal: string
  readonly ours: Side
  readonly peers: readonly Side[]
  /** What a peer does less or more than ours. */
  readonly notes: readonly string[]
  /** Untimed, after each round: throws when what was found is wrong. Keys are the names of the sides, ours first. */
  check(found: ReadonlyMap<string, unknown>): void | Promise<void>
}

export interface Side {
  readonly name: string
  /** Does the job and times itself, so that neither the preparation nor the check counts. */
  lap(round: number): Lap | Promise<Lap>
}

export interface Lap {
  /** One figure for a job done once, one per keystroke or per mark otherwise. */
  readonly samplesMs: readonly number[]
  /** Processor time of all of them together: what the work costs, whoever else is on the machine. */
  readonly cpuMs: number
  readonly found: unknown
  /** Peak resident memory of the process that did it, in MB. */
  readonly peakMb?: number
  /** Size of what was written, in KB. */
  readonly sizeKb?: number
}

/** A family of contests over the same data. */
export interface Line {
  /** As `--only` takes it. */
  readonly name: string
  open(ground: Ground): OpenLine | Promise<OpenLine>
}

export interface OpenLine {
  readonly contests: readonly Contest[]
  close(): void
}

export interface Ground {
  readonly sizes: Sizes
  /** A folder of this run, gone with it. */
  file(name: string): string
  /** Path of a closed committee file of `sizes.candidatures`, made once per run. */
  bigFile(): Promise<string>
}

export interface Sizes {
  readonly candidatures: number
  /** Words of the description and objectives of each, on average. */
  readonly wordsPerCandidature: number
  readonly rankedCandidatures: number
  readonly members: number
  readonly criteria: number
  /** Searches of 2 to 5 letters asked per round. */
  readonly keystrokes: number
  /** Marks keyed per round. */
  readonly marks: number
  /** Operations of others that a shared file takes in. */
  readonly fedOperations: number
  readonly csvRows: number
  readonly minutesItems: number
  /** Items of a long meeting, and of the short one beside it. */
  readonly sessionItems: number
  readonly shortSessionItems: number
  /** Views of the whole session read again per round. */
  readonly rereadings: number
  /** Candidatures of a long closed session, of a short one, and who marked them. */
  readonly heldItems: number
  readonly fewHeldItems: number
  readonly heldMembers: number
  /** Marks that go from a laptop to the hub and to another: a multiple of 50. */
  readonly syncOperations: number
  /** Laptops that write in one room at once, and how many marks each. */
  readonly roomLaptops: number
  readonly roomMarks: number
  /** Dossiers of a first copy, with five marks each. */
  readonly copiedDossiers: number
  /** Marks of a room that comes back. */
  readonly returnedOperations: number
  /** Peers that are installed on first use are played too. */
  readonly withOthers: boolean
}
