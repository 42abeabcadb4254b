import type { Question } from '../model/found.ts'
import type { Registry } from '../registries/registry.ts'
import { askWhois, type WhoisParts } from '../whois/ask-whois.ts'
import type { OwnerSource } from './owner-source.ts'
import type { Where } from './where.ts'

/** The registries, asked in WHOIS, where RDAP named nobody who can be told. */
export function whoisSource(
  parts: WhoisParts & { readonly registries: readonly Registry[]; readonly where: Where },
): OwnerSource {
  const target = ({ address, known, leg }: Question): Registry | undefined => {
    const name = leg?.registry ?? known?.registry ?? parts.where(address)
    return parts.registries.find(one => one.name === name && one.whois !== undefined)
  }
  return {
    name: 'whois',
    plan(question) {
      const isSettled = question.spent === true || question.known?.settled === true
      const registry = isSettled ? undefined : target(question)
      return registry ? { kind: 'registry', registry: registry.name } : { kind: 'pass' }
    },
    async find(question) {
      const registry = target(question)
      const { address, signal } = question
      if (!registry) return { kind: 'nothing', reason: 'no WHOIS server is known for it' }
      return askWhois(address, registry, { ...parts, ...(signal && { signal }) })
    },
  }
}
