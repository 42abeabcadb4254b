import { parseHead } from './mime/parse-head.ts'

/** The language in which a letter of ours was written first, for its reader knows it; the empty text where nothing says so. */
export function languageIn(mail: Uint8Array | undefined): string {
  const [said = ''] = (mail && parseHead(mail).get('content-language')) ?? []
  return said.split(',')[0]?.trim() ?? ''
}
