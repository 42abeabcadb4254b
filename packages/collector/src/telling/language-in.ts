import { parseHead } from '../letters/mime/parse-head.ts'

/** The language in which a letter was written: its reader knows it. */
export function languageIn(mail: Uint8Array | undefined): string | undefined {
  const [said] = (mail && parseHead(mail).get('content-language')) ?? []
  return said?.split(',')[0]?.trim()
}
