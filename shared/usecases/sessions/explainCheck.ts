import { explainCheck as explain } from '#shared/domain/session/explainCheck.ts'
import { ok, type Result } from '#shared/kernel/result.ts'
import type { UseCaseContext } from '../ports.ts'
import { actOnSession, type SessionInput } from './actOnSession.ts'

/** Why a check of the closing stays open; an empty text takes it back. Refusals: the domain's. */
export function explainCheck(
  context: UseCaseContext,
  input: SessionInput<{ check: string; text: string }>,
): Result<null> {
  return actOnSession(context, input.sessionId, 'Explication d’un contrôle de clôture', ({ session }) => {
    const { check } = input
    const text = input.text.trim() === '' ? '' : input.text
    const explained = explain(session, { check, text })
    return explained.ok ? ok(['session.explain@1', { check, text }]) : explained
  })
}
