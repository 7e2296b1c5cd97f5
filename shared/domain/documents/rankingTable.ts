import { ok, type Result } from '#shared/kernel/result.ts'
import type { SessionFacts } from '../session/sessionFacts.ts'
import type { DocumentModel } from './model.ts'
import { moneyBlocks, scenarioBlocks } from './moneyBlocks.ts'
import { rankingBlocks } from './rankingBlocks.ts'
import { sessionHead, sessionModel, sessionTitle } from './sessionHead.ts'

/** The ranking table by itself [RK1], in landscape. Never refuses: a session without marks has an empty ranking. */
export const rankingTable = (facts: SessionFacts, factsDigest: string): Result<DocumentModel> =>
  ok(
    sessionModel(facts, factsDigest, {
      kind: 'ranking',
      name: 'Tableau de classement',
      template: 'classement',
      orientation: 'landscape',
      blocks: [
        sessionTitle(facts, 'Tableau de classement'),
        sessionHead(facts),
        ...moneyBlocks(facts),
        ...scenarioBlocks(facts),
        ...rankingBlocks(facts),
      ],
    }),
  )
