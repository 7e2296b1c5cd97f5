import type { InstanceType, NoticeRuleId } from './committee.ts'

/** The delay proposed for a kind of instance, the longer one where two exist (french-rules §1.2); the committee may choose another. */
export function defaultNoticeRule(type: InstanceType): NoticeRuleId {
  switch (type) {
    case 'organe_deliberant':
      return 'council-3500-and-more'
    case 'commission_consultative_etat':
      return 'state-committee'
    case 'commission_detr':
    case 'commission_interne':
    case 'jury_ad_hoc':
      return 'none'
  }
}
