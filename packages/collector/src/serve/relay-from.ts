import type { Config } from '../config/schema.ts'
import { readSecret } from '../config/secret.ts'
import type { Relay } from '../outbox/send-letters.ts'

/** The relay that a configuration names, and the domain of what is sent by it. */
export function relayFrom(
  { relay }: Config,
  environment: Readonly<Record<string, string | undefined>>,
): (Relay & { readonly domain: string }) | undefined {
  if (!relay) return undefined
  const { host, port, tls, from, user, password_file: file } = relay
  const auth =
    user === undefined
      ? {}
      : { auth: { user, pass: readSecret(file, 'REDALERT_RELAY_PASSWORD', environment) } }
  return { host, port, tls, from, ...auth, domain: from.slice(from.lastIndexOf('@') + 1) }
}
