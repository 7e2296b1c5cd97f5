import type { NoticeRuleId } from './committee.ts'

/** How long before a session its convocation leaves, as one text says it between two dates. */
export interface NoticeRule {
  readonly id: Exclude<NoticeRuleId, 'none'>
  /** French, as a screen offers it. */
  readonly label: string
  readonly clearDays: number
  /** The text, as a document cites it. */
  readonly text: string
  /** ISO dates, both included; `validTo` null: in force. */
  readonly validFrom: string
  readonly validTo: string | null
}

/**
 * [CO12] Laws move: a new wording is a new entry, chosen by the date of the session. Proof levels are those of
 * french-rules §1.2. Where a text says « cinq jours au moins » or « douze jours au moins » without « francs », clear days
 * are asked all the same: the prudent reading can only send a convocation a day early [J].
 */
export const noticeRules: readonly NoticeRule[] = [
  {
    // From memory, to be read on Légifrance before it is printed [M].
    id: 'council-under-3500',
    label: 'Commune de moins de 3 500 habitants : 3 jours francs',
    clearDays: 3,
    text: 'CGCT, article L2121-11',
    validFrom: '1996-02-24',
    validTo: null,
  },
  {
    // Seen in secondary pages [S]; goes with an explanatory note on each affair.
    id: 'council-3500-and-more',
    label: 'Commune de 3 500 habitants et plus : 5 jours francs',
    clearDays: 5,
    text: 'CGCT, article L2121-12',
    validFrom: '1996-02-24',
    validTo: null,
  },
  {
    // From memory [M].
    id: 'department-region',
    label: 'Département ou région : 12 jours',
    clearDays: 12,
    text: 'CGCT, articles L3121-19 et L4132-18',
    validFrom: '1996-02-24',
    validTo: null,
  },
  {
    // Read in the official text [V]: with the agenda and the documents; urgency excepted.
    id: 'state-committee',
    label: 'Commission placée auprès de l’État : 5 jours',
    clearDays: 5,
    text: 'CRPA, article R133-8',
    validFrom: '2016-01-01',
    validTo: null,
  },
]

/** The wording in force on an ISO date; null when none is known, and for `none`. */
export const noticeRuleOn = (id: NoticeRuleId, date: string): NoticeRule | null =>
  noticeRules.find(
    (rule) => rule.id === id && rule.validFrom <= date && (rule.validTo === null || date <= rule.validTo),
  ) ?? null
