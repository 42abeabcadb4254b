import { createHash, createSign, generateKeyPairSync } from 'node:crypto'
import { createTransport } from 'nodemailer'

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
const record = `v=DKIM1; k=rsa; p=${publicKey.export({ type: 'spki', format: 'der' }).toString('base64')}`

/** A domain whose key signs the mails of tests. */
export function signingKey(domain: string): Readonly<Record<string, string>> {
  return { [`s1._domainkey.${domain}`]: record }
}

/** A mail that nodemailer wrote, signed by a domain. */
export async function signedMail(
  domain: string,
  from = 'owner@example.org',
  text = 'hello\n',
): Promise<string> {
  const transport = createTransport({
    streamTransport: true,
    buffer: true,
    newline: 'windows',
    dkim: { domainName: domain, keySelector: 's1', privateKey: pem },
  })
  const { message } = await transport.sendMail({
    from: { name: 'Somebody', address: from },
    to: { name: '', address: 'redalert@example.org' },
    subject: 'APACHE',
    text,
  })
  return (message as Buffer).toString('latin1')
}

/** A mail with a signature of our own making, so that it may have any tag. Head and body are signed as they are. */
export function taggedMail(tags: string, signed = 'hello\r\n', added = ''): string {
  const from = 'From: owner@example.org'
  const hash = createHash('sha256').update(signed).digest('base64')
  const unsigned = `DKIM-Signature: v=1; a=rsa-sha256; c=simple/simple; d=example.org; s=s1; h=from; ${tags}bh=${hash}; b=`
  const signature = createSign('sha256').update(`${from}\r\n${unsigned}`).sign(pem, 'base64')
  return `${unsigned}${signature}\r\n${from}\r\n\r\n${signed}${added}`
}
