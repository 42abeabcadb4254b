import type { FileFault } from '../finding.ts'

/** How writing ended. `closed`: whoever read has read enough, as `head` does, which is no fault. */
export type Written = { readonly kind: 'written' } | { readonly kind: 'closed' } | FileFault
