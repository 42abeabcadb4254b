import type { Instant } from '@redalert/core'
import type { HostLife } from '../life/host-life.ts'

/** Whether what was told at a moment was of the machine that stands behind the address now: of an earlier one nothing of this one may be shown. */
export function wasToldOf({ first, tenancy }: HostLife, at: Instant): boolean {
  return tenancy === 1 || at >= first
}
