import { defaultNoticeRule } from '#shared/domain/committee/defaultNoticeRule.ts'
import type { Scenario } from '#shared/domain/envelope/scenario.ts'
import {
  blankAwardTerms,
  blankInstruction,
  type Instruction,
} from '#shared/domain/instruction/instruction.ts'
import { blankIssuer, type Issuer } from '#shared/domain/issuer/issuer.ts'
import { collegialEvaluator, type Sheet } from '#shared/domain/scoring/sheet.ts'
import type { Session } from '#shared/domain/session/session.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { completedRules } from './completed.ts'
import { withChanges } from './groupedFields.ts'
import { type AggregateState, type AggregateStates, type Operation, parseEntity } from './operation.ts'
import { sessionAfter, sessionPlanned } from './sessionAfter.ts'

/**
 * The fold: the state of an aggregate after one more operation. Pure and total, the same on every machine and in every
 * later version of the program. `stateAt(version)` gives an earlier state of the same aggregate, for `aggregate.revert`.
 *
 * Refusals: `entity.missing` (a change of what does not exist), `entity.exists` (a second creation).
 * Whether an act is *allowed* is decided before it is signed, by the use cases with the domain's rules; the fold only
 * refuses what has no meaning.
 */
export function applyOperation(
  state: AggregateState | null,
  operation: Operation,
  stateAt: (version: number) => AggregateState | null,
): Result<AggregateState | null> {
  const { id } = parseEntity(operation.entity)
  switch (operation.kind) {
    case 'committee.define@1': {
      const noticeRule = defaultNoticeRule(operation.data.instanceType)
      return create(state, operation, { id, proxiesPerHolder: 1, noticeRule, phrases: [], ...operation.data })
    }
    case 'member.add@1':
      return create(state, operation, { id, substituteOf: null, ...operation.data })
    case 'call.open@1':
      return create(state, operation, {
        id,
        awardTerms: blankAwardTerms,
        ...operation.data,
        rules: completedRules(operation.data.rules),
      })
    case 'dossier.register@1':
    case 'import.record@1':
      return create(state, operation, { id, ...operation.data })
    case 'document.issue@1':
      return create(state, operation, { id, ...issuedBefore, ...operation.data })
    case 'document.issue@2':
      return create(state, operation, { id, pictureDigests: [], ...operation.data, returned: [] })
    case 'document.return@1':
      return change(state, operation, (current) => {
        const issue = current as AggregateStates['document']
        return { ...issue, returned: [...issue.returned, operation.data] }
      })
    case 'template.add@1': {
      const { version, ...template } = operation.data
      return create(state, operation, { id, ...template, versions: [version], inUse: version.version })
    }
    case 'template.revise@1':
      return change(state, operation, (current) => {
        const template = current as AggregateStates['template']
        const { version } = operation.data
        return { ...template, versions: [...template.versions, version], inUse: version.version }
      })
    case 'template.use@1':
      return change(state, operation, (current) => ({
        ...(current as AggregateStates['template']),
        inUse: operation.data.version,
      }))
    case 'issuer.change@1':
      return ok(withChanges('issuer', (state as Issuer | null) ?? { id, ...blankIssuer }, operation.data.set))
    case 'instruction.change@1':
      return ok(
        withChanges('instruction', (state as Instruction | null) ?? blankInstruction(id), operation.data.set),
      )
    case 'scenario.open@1':
      return create(state, operation, { id, ...operation.data, status: 'draft', adoptedIn: null })
    case 'grid.draft@1':
      return create(state, operation, { id, ...operation.data, status: 'draft' })
    case 'candidature.submit@1':
      return create(state, operation, {
        id,
        theme: '',
        minimumViableCents: null,
        maximumUsefulCents: null,
        ...operation.data,
        status: 'submitted',
        mergedInto: null,
      })
    case 'session.plan@1':
      return create(state, operation, sessionPlanned(id, operation.data))
    case 'committee.change@1':
    case 'member.change@1':
    case 'grid.change@1':
    case 'candidature.change@1':
      // The operation's kind fixes which aggregate its changes belong to; the union cannot express that pairing.
      return change(state, operation, (current) => ({ ...current, ...operation.data.set }) as AggregateState)
    case 'dossier.change@1':
      return change(state, operation, (dossier) =>
        withChanges('dossier', dossier as AggregateStates['dossier'], operation.data.set),
      )
    case 'call.change@1': {
      const { rules, ...set } = operation.data.set
      return change(state, operation, (call) => ({
        ...withChanges('call', call as AggregateStates['call'], set),
        ...(rules === undefined ? {} : { rules: completedRules(rules) }),
      }))
    }
    case 'grid.lock@1':
      return change(state, operation, (grid) => ({ ...(grid as AggregateStates['grid']), status: 'locked' }))
    case 'sheet.mark@1':
    case 'sheet.fill@1':
    case 'sheet.file@1':
    case 'sheet.reopen@1':
    case 'sheet.countersign@1':
      return ok(sheetAfter((state as Sheet | null) ?? emptySheet(id), operation))
    case 'recusal.declare@1': {
      const [candidatureId = '', memberId = ''] = id.split('/')
      return ok({ candidatureId, memberId, ...operation.data, status: 'to-assess', assessmentReason: '' })
    }
    case 'recusal.lift@1':
      return change(state, operation, (recusal) => ({
        ...(recusal as AggregateStates['recusal']),
        status: 'set-aside',
        assessmentReason: operation.data.reason,
      }))
    case 'recusal.assess@1':
      return change(state, operation, (recusal) => {
        const { status, reason, legalBasis, counting } = operation.data
        return {
          ...(recusal as AggregateStates['recusal']),
          status,
          assessmentReason: reason,
          legalBasis,
          counting,
        }
      })
    case 'scenario.rename@1':
    case 'scenario.set-line@1':
    case 'scenario.adopt@1':
    case 'scenario.set-aside@1':
      return change(state, operation, (scenario) => scenarioAfter(scenario as Scenario, operation))
    case 'session.change@1':
    case 'session.attend@1':
    case 'session.move@1':
    case 'session.give-proxy@1':
    case 'session.sign-proxy@1':
    case 'session.withdraw-proxy@1':
    case 'session.substitute@1':
    case 'session.travel@1':
    case 'session.open@1':
    case 'session.point@1':
    case 'session.pause@1':
    case 'session.resume@1':
    case 'session.reveal@1':
    case 'session.correct-hour@1':
    case 'session.write-debate@1':
    case 'session.keep-draft@1':
    case 'session.decide@1':
    case 'session.amend@1':
    case 'session.explain@1':
    case 'session.close@1':
    case 'session.rectify@1':
    case 'session.minutes@1':
    case 'session.record-act@1':
      return change(state, operation, (session) => sessionAfter(session as Session, operation))
    case 'aggregate.revert@1':
      return ok(stateAt(operation.data.toVersion))
  }
}

/** What an earlier program did not keep of an export. */
const issuedBefore = {
  candidatureId: null,
  reading: 'full',
  number: '',
  contentDigest: null,
  pictureDigests: [],
  madeAt: '',
  template: null,
  returned: [],
} as const

function create(
  state: AggregateState | null,
  operation: Operation,
  created: AggregateState,
): Result<AggregateState> {
  return state === null ? ok(created) : refuse('entity.exists', { entity: operation.entity })
}

function change(
  state: AggregateState | null,
  operation: Operation,
  next: (state: AggregateState) => AggregateState,
): Result<AggregateState> {
  return state === null ? refuse('entity.missing', { entity: operation.entity }) : ok(next(state))
}

function emptySheet(id: string): Sheet {
  const [candidatureId = '', evaluatorId = collegialEvaluator] = id.split('/')
  return { candidatureId, evaluatorId, gridId: '', marks: {}, status: 'draft', countersignedOn: null }
}

function sheetAfter(
  sheet: Sheet,
  operation: Operation<
    'sheet.mark@1' | 'sheet.fill@1' | 'sheet.file@1' | 'sheet.reopen@1' | 'sheet.countersign@1'
  >,
): Sheet {
  // What was signed on paper is what was keyed then: any change asks for a new signature.
  const countersignedOn = null
  switch (operation.kind) {
    case 'sheet.mark@1': {
      const { gridId, criterionCode, mark } = operation.data
      const { [criterionCode]: _replaced, ...others } = sheet.marks
      return {
        ...sheet,
        gridId,
        marks: mark === null ? others : { ...others, [criterionCode]: mark },
        countersignedOn,
      }
    }
    case 'sheet.fill@1':
      return {
        ...sheet,
        gridId: operation.data.gridId,
        marks: { ...sheet.marks, ...operation.data.marks },
        countersignedOn,
      }
    case 'sheet.file@1':
      return { ...sheet, status: 'filed' }
    case 'sheet.reopen@1':
      return { ...sheet, status: 'draft', countersignedOn }
    case 'sheet.countersign@1':
      return { ...sheet, countersignedOn: operation.data.on }
  }
}

function scenarioAfter(
  scenario: Scenario,
  operation: Operation<
    'scenario.rename@1' | 'scenario.set-line@1' | 'scenario.adopt@1' | 'scenario.set-aside@1'
  >,
): Scenario {
  switch (operation.kind) {
    case 'scenario.rename@1':
      return { ...scenario, name: operation.data.name }
    case 'scenario.set-line@1': {
      const { candidatureId, line } = operation.data
      const { [candidatureId]: _replaced, ...others } = scenario.lines
      return { ...scenario, lines: line === null ? others : { ...others, [candidatureId]: line } }
    }
    case 'scenario.adopt@1':
      return { ...scenario, status: 'adopted', adoptedIn: operation.data.sessionId }
    case 'scenario.set-aside@1':
      return { ...scenario, status: 'set-aside', adoptedIn: null }
  }
}
