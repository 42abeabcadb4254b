/** A link of our own that may stand in a mail. Only {@link parseWebLink} makes one. */
export type WebLink = string & { readonly _: 'WebLink' }

/** Takes a link over https, in the spelling that browsers have of it, without a user, a password or a fragment. */
export function parseWebLink(text: string): WebLink | undefined {
  if (text.length > 500 || !/^https:\/\/[\x21-\x7e]+$/.test(text) || /["'<>`\\]/.test(text))
    return undefined
  if (!URL.canParse(text)) return undefined
  const { href, username, password, hash } = new URL(text)
  return username === '' && password === '' && hash === '' ? (href as WebLink) : undefined
}
