import { InvalidArgumentError } from 'commander'
import type { Dispatcher } from '#main/composition/dispatcher.ts'
import type { Ballot } from '#shared/domain/session/session.ts'
import type { Refusal } from '#shared/kernel/result.ts'
import { type Refused, refused } from '../../answer.ts'
import { findMember } from '../../find/findMember.ts'
import { choiceOf } from '../../read/readChoice.ts'
import { ballotWords } from '../../read/words.ts'

export interface NamedWords {
  /** « Anne Moal=pour » */
  readonly ballot?: readonly string[]
  /** « Anne Moal=le calendrier n’est pas tenable » */
  readonly disagreement?: readonly string[]
}

export interface NamedVote {
  readonly named: Record<string, Ballot> | null
  readonly disagreements: { memberId: string; text: string }[]
}

/** Ballots and disagreements with their members found. No ballot given: the vote names nobody. */
export async function namedVote(
  dispatcher: Dispatcher,
  words: NamedWords,
): Promise<{ ok: true; value: NamedVote } | { ok: false; refusal: Refusal } | Refused> {
  const named: Record<string, Ballot> = {}
  for (const text of words.ballot ?? []) {
    const [name, sense] = nameAndRest(text)
    const member = await findMember(dispatcher, name)
    if (!member.ok) return member
    const ballot = readBallot(sense)
    if (ballot === null)
      return refused(
        'usage',
        `« ${text} » : écrivez « Prénom Nom=pour », contre, abstention ou ne prend pas part.`,
      )
    named[member.value.id] = ballot
  }
  const disagreements: { memberId: string; text: string }[] = []
  for (const text of words.disagreement ?? []) {
    const [name, reason] = nameAndRest(text)
    const member = await findMember(dispatcher, name)
    if (!member.ok) return member
    disagreements.push({ memberId: member.value.id, text: reason })
  }
  return { ok: true, value: { named: words.ballot === undefined ? null : named, disagreements } }
}

function nameAndRest(text: string): readonly [string, string] {
  const at = text.indexOf('=')
  return at < 0 ? [text, ''] : [text.slice(0, at).trim(), text.slice(at + 1).trim()]
}

const readWord = choiceOf(ballotWords)

function readBallot(text: string): Ballot | null {
  try {
    return readWord(text)
  } catch (error) {
    if (error instanceof InvalidArgumentError) return null
    throw error
  }
}
