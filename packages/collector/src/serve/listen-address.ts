import { Fault } from '../fault.ts'

/** Where to listen: `127.0.0.1:8080`, `[::1]:8080`; undefined for `off`. Anything else is a fault that says so. */
export function listenAddress(
  text: string,
): { readonly host: string; readonly port: number } | undefined {
  if (text === 'off') return undefined
  const [, inBrackets, plain, digits] = /^(?:\[([^\]]+)\]|([^\s:[\]]+)):(\d{1,5})$/.exec(text) ?? []
  const host = inBrackets ?? plain
  const port = Number(digits)
  if (host === undefined || port > 65_535)
    throw new Fault(
      'bad-config',
      `${JSON.stringify(text)} is no place to listen: write it like 127.0.0.1:8080, [::1]:8080 or off.`,
    )
  return { host, port }
}
