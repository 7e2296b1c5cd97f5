import type { Draft } from '../authority/draft.ts'
import type { JudgePlace } from '../authority/judgement.ts'
import type { VisibilityEffect } from '../authority/records.ts'
import type { Ruling } from '../authority/verdict.ts'
import type { CommitHeader, CommittedOperation } from '../commit.ts'
import type { AnyKind } from '../rights/writers.ts'
import type { JudgePorts } from './judgePorts.ts'

export interface JudgedCommit {
  readonly header: Pick<CommitHeader, 'dev' | 'seq' | 'usr' | 'scope' | 'sv' | 'base'>
  readonly ops: readonly CommittedOperation[]
  /** base64url of SHA-256 of the header. */
  readonly cid: string
}

/** One operation on trial: what its rules may look at. */
export interface Trial {
  readonly commit: JudgedCommit
  readonly operation: CommittedOperation
  /** Place of the operation in its commit, from 0. */
  readonly index: number
  readonly kind: AnyKind
  readonly rows: Draft
  readonly place: JudgePlace
  readonly ports: JudgePorts
}

/** What one operation of an accepted commit leaves beside its rows. */
export interface Applied extends Ruling {
  readonly effects: readonly VisibilityEffect[]
}

export const refused = (ruling: Ruling): Applied => ({ ...ruling, effects: [] })
