import type { AuthorityOutput, AuthorityStepAsk } from '#shared/operations/authority/outputs.ts'
import { type Lookups, lacks, missing, type Needs } from '#shared/operations/authority/rows.ts'
import { type AuthorityRows, type LoadedRows, openAuthorityRows } from '../store/rows/authorityRows.ts'
import type { KnownRows } from '../store/rows/knownRows.ts'
import type { SqlWriter } from '../store/sqlDatabase.ts'
import { citationsOf, keepCitations } from '../store/tables/citations.ts'
import type { LogPlace } from '../store/tables/logHeads.ts'
import type { OrderingPorts } from './orderingPorts.ts'
import { signHead } from './signHead.ts'

/**
 * Runs steps in the transaction of `writer`, which holds the head of the log: each sees what the earlier ones wrote; all
 * that changed is written once, with one signed checkpoint (SV20). Answers what each has to say, once it is durable.
 */
export async function runSteps(
  writer: SqlWriter,
  place: LogPlace,
  steps: readonly AuthorityStepAsk[],
  { authority, clock }: OrderingPorts,
  known?: KnownRows,
): Promise<readonly (readonly AuthorityOutput[])[]> {
  const rows = openAuthorityRows(writer, place, known)
  // What the whole group will ask for comes in one question a table; what was not foreseen is asked for step by step.
  await rows.load(steps.flatMap(({ likely = [] }) => likely))
  const said: (readonly AuthorityOutput[])[] = []
  for (const step of steps) said.push(await runStep(rows, step))
  const changed = await rows.flush()
  await keepCitations(writer, place.organisation, citationsOf(changed))
  const head = rows.view.row('log', 'log')
  const isLonger = changed.some(({ table }) => table === 'entry')
  if (isLonger && head !== null && head !== missing)
    await signHead(writer, place, head, authority, clock.nowMs())
  return said
}

async function runStep(rows: AuthorityRows, step: AuthorityStepAsk): Promise<readonly AuthorityOutput[]> {
  const { changes, outputs } = await untilLoaded(rows, step)
  rows.absorb(changes)
  return outputs
}

/** Asks until nothing lacks. */
export async function untilLoaded<T extends object>(
  rows: LoadedRows,
  ask: (view: Lookups) => T | Needs,
): Promise<T> {
  for (;;) {
    const answer = ask(rows.view)
    if (!lacks(answer)) return answer
    await rows.load(answer.needs)
  }
}
