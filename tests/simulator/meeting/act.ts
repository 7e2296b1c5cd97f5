/**
 * What a person does at a laptop. Numbers stand for choices (`dossier % count`): an act keeps a meaning when acts before it
 * were left out by the minimiser. What has none any more does nothing.
 */
export type Act =
  | { readonly kind: 'found' }
  | { readonly kind: 'import'; readonly dossier: number }
  | { readonly kind: 'plan-session' }
  | {
      readonly kind: 'mark'
      readonly dossier: number
      readonly criterion: number
      readonly points: number
      /** Keyed by the secretariat for this member, when it is the secretariat that does it. */
      readonly member: number
    }
  | { readonly kind: 'file-sheet'; readonly dossier: number; readonly member: number }
  | { readonly kind: 'reopen-sheet'; readonly dossier: number; readonly member: number }
  | { readonly kind: 'recuse'; readonly dossier: number; readonly member: number }
  | {
      readonly kind: 'assess-recusal'
      readonly dossier: number
      readonly member: number
      readonly confirmed: boolean
    }
  | { readonly kind: 'change-amount'; readonly dossier: number; readonly cents: number }
  | { readonly kind: 'change-title'; readonly dossier: number; readonly word: number }
  | { readonly kind: 'change-committee'; readonly word: number }
  | { readonly kind: 'attend'; readonly member: number; readonly status: 'present' | 'excused' | 'absent' }
  | { readonly kind: 'open-session'; readonly minute: number }
  | { readonly kind: 'take-point'; readonly dossier: number; readonly minute: number }
  | { readonly kind: 'move'; readonly member: number; readonly arrives: boolean; readonly minute: number }
  | {
      readonly kind: 'decide'
      readonly dossier: number
      readonly minute: number
      readonly favourable: boolean
    }
  | { readonly kind: 'reveal'; readonly dossier: number; readonly minute: number }
  /** Writes why what is not in order closes all the same. */
  | { readonly kind: 'explain-checks' }
  | { readonly kind: 'close-session'; readonly minute: number }
  | { readonly kind: 'rectify'; readonly dossier: number }
  | { readonly kind: 'minutes' }
  | { readonly kind: 'revoke'; readonly person: number; readonly compromised: boolean }
  | { readonly kind: 'end-mandate'; readonly person: number }
  | { readonly kind: 'grant-lease' }
  | { readonly kind: 'open-room' }
  /** A room without the centre [SY22]. */
  | { readonly kind: 'open-emergency' }
  /** Its person waits for the hub no more. */
  | { readonly kind: 'leave-room' }
  | { readonly kind: 'close-room' }
  | { readonly kind: 'take-over' }
  | { readonly kind: 'void-lease' }
  /** Before its room is opened: whoever orders it lies from now on. */
  | { readonly kind: 'lie-as-hub'; readonly trick: HubTrick }
  /** The secretariat has some of what was written of a dossier erased: up to three commits, from the one that chance chose. */
  | {
      readonly kind: 'erase'
      /** Papers, of whatever dossier. */
      readonly papers: boolean
      readonly dossier: number
      readonly first: number
      readonly count: number
    }
  /** Joins a paper to a candidature. */
  | { readonly kind: 'attach'; readonly dossier: number; readonly word: number; readonly large: boolean }
  /** The program of this laptop, once it starts again. */
  | { readonly kind: 'install'; readonly program: 'older' | 'newer' }
  | { readonly kind: 'byzantine'; readonly trick: Trick; readonly dossier: number; readonly member: number }

/** What a dishonest hub does: to those in its room, and in what it brings back. */
export const hubTricks = [
  /** Half of the room is told nothing. */
  'withhold',
  /** Everybody has every right. */
  'judge-anything',
  /** Each half of the room is told another order. */
  'two-orders',
  'reorder',
  'forge-verdicts',
  'truncate',
  'wrong-epoch',
] as const
export type HubTrick = (typeof hubTricks)[number]

/** What a dishonest or broken client sends. */
export const tricks = [
  'bad-signature',
  'other-sheet',
  'altered-body',
  'replay',
  'equivocation',
  'skipped-seq',
  'huge-clock',
  'oversized',
  'foreign-scope',
  'unknown-kind',
] as const
export type Trick = (typeof tricks)[number]
