import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'

/** A certificate authority of a test, and what it signed. */
export type TestAuthority = {
  /** The authority's own certificate, which whoever asks must believe. */
  readonly ca: string
  readonly issue: (names: readonly string[]) => { readonly cert: string; readonly key: string }
}

/** Makes a certificate authority that is good for a day: no key lies in the repository. */
export function testAuthority(): TestAuthority {
  const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const name = 'redalert test authority'
  const ca = certificate({ issuer: name, subject: name, keys, signer: keys.privateKey, names: [] })
  return {
    ca,
    issue(names) {
      const own = generateKeyPairSync('ec', { namedCurve: 'P-256' })
      const subject = names[0] ?? 'nobody'
      return {
        cert: certificate({ issuer: name, subject, keys: own, signer: keys.privateKey, names }),
        key: own.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      }
    },
  }
}

type Wanted = {
  readonly issuer: string
  readonly subject: string
  readonly keys: { readonly publicKey: KeyObject }
  readonly signer: KeyObject
  readonly names: readonly string[]
}

const ecdsaWithSha256 = tag(0x30, object('2a8648ce3d040302'))

function certificate({ issuer, subject, keys, signer, names }: Wanted): string {
  const now = Date.now()
  const isAuthority = names.length === 0
  const extensions = [
    extension(
      '551d13',
      tag(0x30, isAuthority ? tag(0x01, Buffer.from([0xff])) : Buffer.alloc(0)),
      true,
    ),
    ...(isAuthority
      ? []
      : [
          extension(
            '551d11',
            tag(0x30, ...names.map(name => tag(0x82, Buffer.from(name, 'ascii')))),
          ),
        ]),
  ]
  const body = tag(
    0x30,
    tag(0xa0, tag(0x02, Buffer.from([2]))),
    tag(
      0x02,
      Buffer.from([1, ...Array.from({ length: 8 }, () => Math.floor(Math.random() * 256))]),
    ),
    ecdsaWithSha256,
    distinguished(issuer),
    tag(0x30, time(now - 3_600_000), time(now + 86_400_000)),
    distinguished(subject),
    keys.publicKey.export({ type: 'spki', format: 'der' }),
    tag(0xa3, tag(0x30, ...extensions)),
  )
  const signature = sign('sha256', body, signer)
  const whole = tag(0x30, body, ecdsaWithSha256, tag(0x03, Buffer.from([0]), signature))
  const lines = whole.toString('base64').match(/.{1,64}/g) ?? []
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n')
}

function extension(oid: string, value: Buffer, critical = false): Buffer {
  return tag(
    0x30,
    object(oid),
    ...(critical ? [tag(0x01, Buffer.from([0xff]))] : []),
    tag(0x04, value),
  )
}

function distinguished(name: string): Buffer {
  return tag(0x30, tag(0x31, tag(0x30, object('550403'), tag(0x0c, Buffer.from(name, 'utf8')))))
}

function object(hex: string): Buffer {
  return tag(0x06, Buffer.from(hex, 'hex'))
}

function time(milliseconds: number): Buffer {
  const text = new Date(milliseconds).toISOString().replace(/[-:T]/g, '').slice(2, 14)
  return tag(0x17, Buffer.from(`${text}Z`, 'ascii'))
}

/** A value of ASN.1 in DER. */
function tag(type: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts)
  const size = content.length
  const length = size < 0x80 ? [size] : size < 0x100 ? [0x81, size] : [0x82, size >> 8, size & 0xff]
  return Buffer.concat([Buffer.from([type, ...length]), content])
}
