/** The instance that sits. One per file. */
export interface Committee {
  readonly id: string
  readonly name: string
  readonly instanceType: InstanceType
  /** The body whose decision follows an opinion (« le conseil municipal », « le préfet »). Empty when the committee decides. */
  readonly decidingAuthority: string
  /** Default meeting place. */
  readonly place: string
  /** The counting of a recused member, by default (french-rules §1.2). */
  readonly recusalCounting: RecusalCounting
  /** Most proxies one member may carry; 1 unless the règlement says otherwise (L2121-20, R133-9). */
  readonly proxiesPerHolder: number
  /** How long before the session the convocation must leave (french-rules §1.2). */
  readonly noticeRule: NoticeRuleId
  /** Ready phrases of the committee, offered in the editor of the minutes after the shipped ones. */
  readonly phrases: readonly string[]
}

/** Five kinds of instance; quorum, majority and wording follow from it (french-rules §1.1). */
export const instanceTypes = [
  'organe_deliberant',
  'commission_interne',
  'commission_consultative_etat',
  'commission_detr',
  'jury_ad_hoc',
] as const
export type InstanceType = (typeof instanceTypes)[number]

/** Which delay the convocation obeys; the days are dated data (`noticeRules`). `none`: no text asks for one. */
export const noticeRuleIds = [
  'none',
  'council-under-3500',
  'council-3500-and-more',
  'department-region',
  'state-committee',
] as const
export type NoticeRuleId = (typeof noticeRuleIds)[number]

export type RecusalCounting = 'numerator' | 'numerator-and-denominator'

export interface Member {
  readonly id: string
  readonly firstName: string
  readonly lastName: string
  /** qualité: « maire de … », « conseillère départementale ». Printed in the minutes (CRPA R133-13). */
  readonly capacity: string
  readonly role: 'chair' | 'secretary' | 'member'
  readonly voice: 'deliberative' | 'consultative'
  readonly inOffice: boolean
  /** The full member whose place this substitute (suppléant) may take; null for a full member. A substitute is not in office. */
  readonly substituteOf: string | null
}

/** Only a deciding body « décide »; every other instance gives an opinion (french-rules §1.1). */
export const decides = (type: InstanceType): boolean => type === 'organe_deliberant'

/** déport of one member on one dossier (candidature). */
export interface Recusal {
  readonly candidatureId: string
  readonly memberId: string
  /** Short and never published. */
  readonly reason: string
  /** Id of a dated legal reference, or empty. */
  readonly legalBasis: string
  readonly counting: RecusalCounting
  /**
   * In force as soon as it is declared, whatever the chair still has to assess: a dossier seen cannot be unseen.
   * `set-aside` alone ends it, by the chair, with a reason.
   */
  readonly status: 'to-assess' | 'confirmed' | 'set-aside'
  /** The chair's reason; empty while to assess. */
  readonly assessmentReason: string
}

export const isInForce = (recusal: Pick<Recusal, 'status'>): boolean => recusal.status !== 'set-aside'

export const recusalId = (candidatureId: string, memberId: string): string => `${candidatureId}/${memberId}`
