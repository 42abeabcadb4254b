const schemes = ['http://', 'https://', 'ftp://', 'mailto:'] as const
const longest = 4096

/** A text without the links that a mail program put behind addresses: `http://a/<http://a/>`, `www.a <http://www.a>`. */
export function withoutLinks(text: string): string {
  let result = text
  for (let open = result.indexOf('<'); open !== -1; open = result.indexOf('<', open + 1)) {
    const length = result.slice(open, open + longest).indexOf('>')
    if (length === -1) continue
    const close = open + length
    const link = result.slice(open + 1, close)
    if (!schemes.some(scheme => link.startsWith(scheme))) continue
    const before = result.slice(0, open)
    const end = spelled(link).some(each => before.endsWith(each))
      ? open
      : spelled(link).some(each => before.endsWith(`${each} `))
        ? open - 1
        : undefined
    if (end === undefined) continue
    result = result.slice(0, end) + result.slice(close + 1)
    open = end - 1
  }
  return result
}

/** Whether a mail filter put its own address in the place of one, so that the line is no longer what was logged. */
export function isRewritten(text: string): boolean {
  return rewriters.some(each => text.includes(each))
}

const rewriters = [
  '.safelinks.protection.outlook.com/?url=',
  'urldefense.proofpoint.com/v',
  'urldefense.com/v3/__',
  'protect-us.mimecast.com/s/',
  'protect-eu.mimecast.com/s/',
] as const

/** How the address of a link may have stood in the text. */
function spelled(link: string): readonly string[] {
  const scheme = schemes.find(each => link.startsWith(each)) ?? ''
  const bare = link.slice(scheme.length)
  const forms = [link, bare]
  return [...forms, ...forms.map(form => form.replace(/\/$/, ''))].filter(form => form.length > 2)
}
