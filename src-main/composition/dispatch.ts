import type { z } from 'zod'
import { contract, type HostEvent, type ProcedureName } from '#shared/contract/contract.ts'
import { counted } from '#shared/domain/documents/typography.ts'
import { type Result, refuse } from '#shared/kernel/result.ts'
import { damageRefusal } from '../adapters/sqlite/file/damageRefusal.ts'
import type { AppMemory } from './appMemory.ts'
import type { Handlers } from './handlerKinds.ts'
import { mayIssue } from './mayIssue.ts'
import { memberMay, memberMayOnOwnLaptop } from './memberMay.ts'
import { nameRefusal } from './nameRefusal.ts'

/** Parses what came from outside, runs the handler, and tells the windows when something was written. */
export async function dispatch(
  handlers: Handlers,
  memory: AppMemory,
  tell: (event: HostEvent) => void,
  procedure: string,
  input: unknown,
): Promise<Result<unknown>> {
  if (!isProcedure(procedure)) return refuse('input.invalid', { reason: `demande inconnue : ${procedure}` })
  if (memory.viewer !== null && !mayAsk(memory, procedure)) return refuse('view.not-allowed')
  const issued = mayIssue(memory.wholeFile, procedure)
  if (!issued.ok) return issued
  const parsed = contract[procedure].input.safeParse(input)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return refuse('input.invalid', { reason: reasonOf(issue) })
  }
  const handler = handlers[procedure] as (input: unknown) => Promise<Result<unknown>>
  try {
    const answer = nameRefusal(await handler(parsed.data), memory.file)
    if (answer.ok && !saysItself(procedure) && !readingProcedures.has(procedure) && memory.file !== null) {
      // What the wall shows is no act: the windows read again, and nothing is said to be saved.
      if (procedure !== 'projection.set') memory.savedAt = localHour(new Date())
      tell({ kind: 'changed', savedAt: memory.savedAt, ...memory.file.undoState() })
      memory.engine?.sealed()
    }
    return answer
  } catch (error) {
    // A page can be found altered at any reading: that is news of the file, not an incident of the program.
    const damaged = damageRefusal(error)
    if (damaged === null) throw error
    return damaged
  }
}

/** Of a member: what any laptop lets him do, and on his own what concerns the laptop itself. */
const mayAsk = ({ isOwnLaptop }: AppMemory, procedure: ProcedureName): boolean =>
  memberMay[procedure] || (isOwnLaptop && memberMayOnOwnLaptop.has(procedure))

/** A text that somebody pasted may be too long; anything else that is not of its shape is a defect of the screen. */
function reasonOf(issue: z.core.$ZodIssue | undefined): string {
  if (issue?.code === 'too_big' && issue.origin === 'string')
    return `ce texte est trop long : ${counted(Number(issue.maximum), 'signe', 'signes')} au plus`
  return `champ « ${issue?.path.join('.') ?? ''} »`
}

const isProcedure = (name: string): name is ProcedureName => Object.hasOwn(contract, name)

/** What is shared is told when it is done, by whoever does it, and comes by itself as well. */
const saysItself = (procedure: ProcedureName): boolean => /^(sync|room|bundle)\./.test(procedure)

/** They write nothing: no window has to read again after them. */
const readingProcedures: ReadonlySet<ProcedureName> = new Set([
  'app.state',
  'file.choose',
  'file.doctor',
  'committee.get',
  'member.list',
  'call.list',
  'grid.list',
  'grid.shipped',
  'candidature.list',
  'candidature.get',
  'territory.search',
  'history.of',
  'import.preview',
  'import.cancel',
  'sheet.get',
  'sheet.progress',
  'ranking.get',
  'ranking.explain',
  'ranking.watch',
  'session.list',
  'session.get',
  'session.marks',
  'session.sheet-of-code',
  'session.discussion-order',
  'projection.get',
  'projection.open',
  'scenario.list',
  'scenario.compare',
  'allocation.optimum',
  'document.preview',
  'document.verify',
  'document.take-out',
  'document.board',
  'document.of-candidature',
  'document.batch-cancel',
  'disclosure.preview',
  'issuer.get',
  'instruction.get',
  'instruction.clauses',
  'template.list',
  'template.fields',
  'template.check',
  'template.save',
] as const)

const localHour = (date: Date): string =>
  `${String(date.getHours()).padStart(2, '0')}:${String(date.getMinutes()).padStart(2, '0')}`
