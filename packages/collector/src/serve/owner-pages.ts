import { type Families, type Instant, parseSource, type Source } from '@redalert/core'
import { languageOf, type PageState, shownEvidence } from '@redalert/notices'
import type { HostLife, LifeState } from '../cases/life/host-life.ts'
import { hearPage } from '../hearing/page-said.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { PostedLetter } from '../letterbox.ts'
import { parseHead } from '../letters/mime/parse-head.ts'
import type { ToldCell } from '../store/store.ts'
import { noticedHosts } from '../telling/noticed-hosts.ts'
import { readPageKey } from '../telling/page-key.ts'
import type { OwnerRoutes } from '../web/owner-routes.ts'
import type { OwnerView, ViewedHost } from '../web/owner-view.ts'

/** What the pages of owners are made from. */
export type OwnerPagesParts = {
  readonly ledger: Ledger
  /** Where the bounces of the letter with a token may go. */
  readonly returnTo: (token: Uint8Array) => readonly string[]
  readonly key: Uint8Array
  readonly organisation: string
  /** Whoever works on it is left in peace for so many days. */
  readonly peaceDays: number
  /** What was told of a source by those who are not revoked. */
  readonly cells: (source: Source) => readonly ToldCell[]
  /** By which cells are judged. */
  readonly families: () => Families
  readonly now: () => Instant
}

/** The pages of owners: a key that stands in a letter opens the case of its contact, and no other. */
export function ownerPages(parts: OwnerPagesParts): OwnerRoutes {
  const { ledger, returnTo, key, organisation, peaceDays, now } = parts
  const letterOf = (text: string): PostedLetter | undefined => {
    const token = readPageKey(text, now(), key)
    if (!token) return undefined
    for (const each of returnTo(token)) {
      const found = ledger.heard.letterOf({ returnTo: each })
      if (found) return found
    }
    return undefined
  }
  return {
    view(text) {
      const letter = letterOf(text)
      if (!letter) return undefined
      return {
        language: languageOf(languageIn(ledger.letterbox.mail(letter.id))),
        organisation,
        peaceDays,
        caseName: letter.caseName,
        isStopped: ledger.book.case(letter.contact)?.state === 'opted-out',
        hosts: ledger.book.toldTo(letter.contact).map(host => viewed(host, parts)),
      } satisfies OwnerView
    },
    say(text, { word, sources }) {
      const letter = letterOf(text)
      if (!letter) return false
      const { contact, messageId } = letter
      const about = { contact, messageId, hosts: ledger.book.toldTo(contact) }
      const known = new Set(about.hosts.map(({ source }) => source))
      const meant = sources.flatMap(each => parseSource(each) ?? []).filter(each => known.has(each))
      // Whoever chose only what is none of theirs did not mean all of theirs.
      if (meant.length === 0 && sources.length > 0) return true
      hearPage(
        { word, sources: meant },
        { letter, about, at: now(), heard: ledger.heard, peaceDays },
      )
      return true
    },
  }
}

/** The language in which the letter was written: its reader knows it. */
function languageIn(mail: Uint8Array | undefined): string {
  const [said = ''] = (mail && parseHead(mail).get('content-language')) ?? []
  return said.split(',')[0]?.trim() ?? ''
}

function viewed(host: HostLife, { cells, families }: OwnerPagesParts): ViewedHost {
  const { source, family: id, state, first, last } = host
  const known = families()
  const family = known.list.find(each => each.id === id)
  const [noticed] = noticedHosts([host], {
    cells,
    ownerOf: () => undefined,
    partiesOf: () => 1,
    newId: () => '',
    families: known,
  })
  const { requests, evidence } = noticed ?? {}
  return {
    source,
    family: family?.name ?? id,
    state: states[state],
    first: shown(first),
    last: shown(last),
    requests: requests ? `${requests.exact ? '' : '≈'}${requests.count}` : '',
    evidence: evidence && family ? shownEvidence(evidence.text, family) : [],
  }
}

function shown(instant: Instant): string {
  return instant.slice(0, 16).replace('T', ' ')
}

const states: Readonly<Record<LifeState, PageState>> = {
  suspected: 'active',
  confirmed: 'active',
  told: 'active',
  'active-after-notice': 'active',
  relapsed: 'active',
  unknowable: 'active',
  'claimed-cleaned': 'cleaned',
  'claimed-patched': 'patched',
  quiet: 'quiet',
  fixed: 'fixed',
  disputed: 'disputed',
  excluded: 'over',
  expired: 'over',
}
