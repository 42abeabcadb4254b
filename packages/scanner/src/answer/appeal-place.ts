/** Where an appeal lies: at an address whose owner TLS proves, or in a file. */
export type AppealPlace =
  | { readonly kind: 'url'; readonly url: string; readonly origin: string }
  | { readonly kind: 'file'; readonly path: string }

/** Reads where an appeal lies; the page of one means the appeal itself. What is wrong is the end of a sentence. */
export function appealPlace(text: string): AppealPlace | { readonly wrong: string } {
  if (!/^https?:\/\//i.test(text)) return { kind: 'file', path: text }
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || url.username !== '' || url.password !== '')
    return { wrong: 'is no web address: write it like https://collector.example.org/appeals/july' }
  const isHere = /^(?:localhost|\[::1\]|127\.\d+\.\d+\.\d+)$/.test(url.hostname)
  if (url.protocol !== 'https:' && !isHere)
    return { wrong: 'goes over http, where others can put their own in its place: try https' }
  url.search = ''
  url.hash = ''
  if (!url.pathname.endsWith('.json')) url.pathname = `${url.pathname.replace(/\/$/, '')}.json`
  return { kind: 'url', url: url.href, origin: url.origin }
}
