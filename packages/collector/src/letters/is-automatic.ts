/**
 * Whether nobody sits behind a message: an automatic answer, a bounce, a list (RFC 3834 §2). Such a one is read like
 * any other, and never answered.
 */
export function isAutomatic(
  headers: ReadonlyMap<string, readonly string[]>,
  envelopeFrom: string | undefined,
): boolean {
  const has = (name: string) => (headers.get(name) ?? []).length > 0
  const first = (name: string) => (headers.get(name)?.[0] ?? '').trim().toLowerCase()
  if (envelopeFrom === '' || first('return-path') === '<>') return true
  const submitted = first('auto-submitted')
  if (submitted !== '' && !submitted.startsWith('no')) return true
  if (['bulk', 'list', 'junk', 'auto_reply'].includes(first('precedence'))) return true
  if (has('list-id') || has('x-loop') || has('x-auto-response-suppress')) return true
  if (first('content-type').startsWith('multipart/report')) return true
  return /(?:^|<|\b)(?:mailer-daemon|postmaster|no-?reply|bounces?)(?:[+-][^@]{0,64})?@/.test(
    first('from'),
  )
}
