import type { FastifyReply } from 'fastify'
import { refusalSentence } from '#shared/i18n/refusalSentences.ts'
import type { RefusalCode } from '#shared/kernel/refusalCodes.ts'
import type { Refusal } from '#shared/kernel/result.ts'

/** Answers a refusal: its permanent code for programs, its sentence for people (SV15). */
export function answerRefusal(reply: FastifyReply, refusal: Refusal): FastifyReply {
  return reply
    .code(statuses[refusal.code] ?? 400)
    .send({ code: refusal.code, message: refusalSentence(refusal), details: refusal.details })
}

/** 400 for the others. */
const statuses: Partial<Record<RefusalCode, number>> = {
  'account.code-refused': 403,
  'account.device-known': 409,
  'account.device-refused': 403,
  'account.identity-refused': 403,
  'account.identity-taken': 409,
  'account.identity-unknown': 403,
  'account.last-administrator': 409,
  'account.not-allowed': 403,
  'account.proof-refused': 403,
  'account.signed-out': 401,
  'entity.missing': 404,
  'first-sync.incomplete': 409,
  'room.not-given-up': 409,
  'server.act-refused': 409,
  'server.busy': 429,
  'server.failed': 500,
  'server.no-such-address': 404,
  'server.not-founded': 409,
  'server.too-large': 413,
  'server.unavailable': 503,
  'sync.other-committee': 409,
}
