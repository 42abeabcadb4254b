import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Config } from '../config/schema.ts'
import { Fault } from '../fault.ts'
import { mailSigner, type Signing } from '../outbox/posting/sign-mail.ts'

/** The keys that a configuration names, tried; undefined when it names none. */
export function signingFrom({ outbox }: Config, folder: string): Signing | undefined {
  const {
    dkim_domain: domain,
    dkim_rsa_selector,
    dkim_rsa_key,
    dkim_ed25519_selector,
    dkim_ed25519_key,
  } = outbox
  if (domain === undefined) return undefined
  const read = (selector: string | undefined, file: string | undefined) =>
    selector !== undefined && file !== undefined
      ? { selector, pem: readKey(resolve(folder, file)) }
      : undefined
  const rsa = read(dkim_rsa_selector, dkim_rsa_key)
  const ed25519 = read(dkim_ed25519_selector, dkim_ed25519_key)
  if (!rsa)
    throw new Fault(
      'bad-config',
      'outbox.dkim_domain needs dkim_rsa_selector and dkim_rsa_key: not every reader knows Ed25519.',
    )
  const signing = { domain, rsa, ...(ed25519 && { ed25519 }) }
  try {
    mailSigner(signing)
  } catch (error) {
    throw new Fault(
      'bad-config',
      `A key to sign by cannot be used: ${error instanceof Error ? error.message : String(error)}.`,
      error,
    )
  }
  return signing
}

function readKey(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new Fault('no-secret', `The key ${file} cannot be read.`, error)
  }
}
