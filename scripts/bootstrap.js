// @ts-check
// node scripts/bootstrap.js [FOLDER]: makes packages/owners/src/registries/bootstrap.json from IANA's two address registries in XML.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './root.js'

/** @typedef {{ publication: string, services: [string[], string[]][] }} BootstrapFile */

/**
 * The list of who answers for which addresses, in the form of RFC 9224.
 * @param {string} folder where the two XML files of IANA lie
 * @returns {{ about: string, ipv4: BootstrapFile, ipv6: BootstrapFile }}
 */
export function bootstrapFrom(folder) {
  return {
    about:
      'Made by scripts/bootstrap.js from the IPv4 and IPv6 address registries of IANA, which are in the public domain.',
    ipv4: fileOf(readFileSync(join(folder, 'IanaIpv4AdministrativeRange.xml'), 'utf8')),
    ipv6: fileOf(readFileSync(join(folder, 'IanaIpv6AdministrativeRange.xml'), 'utf8')),
  }
}

/** @param {string} xml @returns {BootstrapFile} */
function fileOf(xml) {
  /** @type {Map<string, string[]>} */
  const services = new Map()
  for (const [record] of xml.matchAll(/<record[ >][\s\S]*?<\/record>/g)) {
    const urls = [...record.matchAll(/<server>\s*(https:[^<]*?)\s*<\/server>/g)].map(([, url]) =>
      slashed(url ?? ''),
    )
    const prefix = /<prefix>\s*([^<]*?)\s*<\/prefix>/.exec(record)?.[1] ?? ''
    if (urls.length === 0 || prefix === '') continue
    const server = urls.join(' ')
    services.set(server, [...(services.get(server) ?? []), networkOf(prefix)])
  }
  const updated = /<updated>([^<]*)<\/updated>/.exec(xml)?.[1] ?? ''
  return {
    publication: `${updated}T00:00:00Z`,
    services: [...services].map(([server, networks]) => [networks, server.split(' ')]),
  }
}

/** `003/8` is `3.0.0.0/8`. @param {string} prefix */
function networkOf(prefix) {
  const short = /^0*(\d+)\/8$/.exec(prefix)
  return short ? `${short[1]}.0.0.0/8` : prefix
}

/** @param {string} url */
function slashed(url) {
  return url.endsWith('/') ? url : `${url}/`
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const made = bootstrapFrom(process.argv[2] ?? join(root, '..', 'shared', 'data', 'iana'))
  const path = join(root, 'packages', 'owners', 'src', 'registries', 'bootstrap.json')
  writeFileSync(path, `${JSON.stringify(made, null, 2)}\n`)
  process.stdout.write(`${path}: published ${made.ipv4.publication}\n`)
}
