import type { LifeLimits } from '../cases/life/life-limits.ts'
import type { Policy } from './schema.ts'

/** How much time a policy allows a host for what. */
export function lifeLimitsOf(policy: Policy): LifeLimits {
  return {
    noticeHours: policy.notice_hours,
    claimHours: policy.claim_hours,
    freshDays: policy.fresh_days,
    tenancyDays: policy.tenancy_days,
  }
}
