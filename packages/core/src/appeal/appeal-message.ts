import type { Appeal } from './appeal.ts'
import { canonicalJson } from './canonical-json.ts'

/** The text that is signed, in UTF-8: all of an appeal but its signature, after a word that nothing else of ours begins with. */
export function appealMessage(appeal: Omit<Appeal, 'signature'>): string {
  const { signature: _, ...signed } = appeal as Appeal
  return `redalert appeal\n${canonicalJson(signed)}`
}
