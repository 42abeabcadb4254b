import { type Field, jsonNames } from '@redalert/core'

const directives: { readonly [Name in Field]?: string } = {
  source: '%a',
  port: '%{remote}p',
  forwarded: '%{X-Forwarded-For}i',
  method: '%m',
  target: '%U',
  query: '%q',
  version: '%H',
  status: '%>s',
  bytes: '%b',
  referer: '%{Referer}i',
  userAgent: '%{User-Agent}i',
  host: '%v',
}

/** The directive for a field that stands behind its name, `client_ip=192.0.2.7`. */
export function keyDirective(key: string): string | undefined {
  const name = key.toLowerCase().replaceAll(/[-.]/g, '_')
  const field = Object.entries(jsonNames).find(([, names]) => names.includes(name))?.[0]
  return field === undefined ? undefined : directives[field as Field]
}
