/** Where to listen: `127.0.0.1:8080`, `[::1]:8080`; undefined for `off`. */
export function listenAddress(
  text: string,
): { readonly host: string; readonly port: number } | undefined {
  if (text === 'off') return undefined
  const colon = text.lastIndexOf(':')
  const host = text.slice(0, colon).replace(/^\[|\]$/g, '')
  return { host, port: Number(text.slice(colon + 1)) }
}
