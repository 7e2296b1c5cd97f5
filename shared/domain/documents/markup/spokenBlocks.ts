import type { SessionFacts } from '../../session/sessionFacts.ts'
import { typedParagraphs } from '../blocks.ts'
import type { Block } from '../model.ts'
import type { DossierNames } from './dossierWords.ts'
import { markupBlocks } from './markupBlocks.ts'

/**
 * [MK6] What was said, as the minutes print it. Facts frozen before there was markup are printed as they were typed,
 * whatever their lines begin with: « - 5 % » stays a figure, and the bytes those of the first day (P5).
 */
export const spokenBlocks = (facts: SessionFacts, text: string, under: 1 | 2): readonly Block[] =>
  facts.markup === 1
    ? markupBlocks(text, text.includes('[[') ? dossierNames(facts) : nobody, under)
    : typedParagraphs(text)

/** A long session says few numbers of dossiers: their names are looked up for them alone. */
const nobody: DossierNames = new Map()

/** The points of the session, and every candidature of the ranking. */
const dossierNames = ({ ranking, items }: SessionFacts): DossierNames =>
  new Map(
    [...ranking, ...items.flatMap(({ candidature }) => candidature ?? [])].map(({ number, applicant }) => [
      number,
      applicant,
    ]),
  )
