import { mkdirSync } from 'node:fs'
import type { Server } from 'node:net'
import { join } from 'node:path'
import type { DNSResolver } from 'mailauth'
import { type Instant, instantOfSeconds, type Source } from '@redalert/core'
import { accept } from '../accept.ts'
import { appealFolder } from '../appeal/appeal-folder.ts'
import type { Config } from '../config/schema.ts'
import { folderIntake } from '../intake/folder.ts'
import { httpIntake } from '../intake/http/http-intake.ts'
import { statusRoute } from '../intake/http/status-route.ts'
import type { Intake } from '../intake/intake.ts'
import { rateLimit } from '../intake/rate.ts'
import { startBelieving } from '../believing/beliefs-thread.ts'
import { withoutRevoked } from '../believing/without-revoked.ts'
import { sender } from '../outbox/send-letters.ts'
import { startReaders } from '../reading/readers.ts'
import { sqliteStore } from '../store/sqlite/sqlite-store.ts'
import { sqliteSubmitterBook } from '../store/sqlite/submitters/submitter-book.ts'
import { revokedIn } from '../trust/revoked-in.ts'
import type { Profile } from '../verify/ordinary.ts'
import { appealRoutes } from '../web/appeal-routes.ts'
import { feedRoutes } from '../web/feed-routes.ts'
import { frontPage } from '../web/front-page.ts'
import { makeServer } from '../web/make-server.ts'
import { startMetrics } from '../web/metrics.ts'
import { operatorRoutes } from '../web/operator-routes.ts'
import { ownerRoutes } from '../web/owner-routes.ts'
import { scannerRoute } from '../web/scanner-route.ts'
import { answeredId } from './answered-id.ts'
import { appealAnswers } from './appeal-answers.ts'
import { compactOld } from './compact.ts'
import { every } from './every.ts'
import { gaugeStore } from './gauge-store.ts'
import { hearingFrom } from './hearing-from.ts'
import { imapFrom } from './imap-from.ts'
import { listenAddress } from './listen-address.ts'
import { addressOf, mailboxOf } from './how-reached.ts'
import { lockFolder } from './lock-folder.ts'
import type { Log } from './log.ts'
import { meetSubmitter } from './meet-submitter.ts'
import { newId } from './new-id.ts'
import { noteListens } from './note-listens.ts'
import { proverFrom } from './prover-from.ts'
import { receiptsFrom } from './receipts-from.ts'
import { relayFrom } from './relay-from.ts'
import { listenMail } from './listen-mail.ts'
import { statusFor } from '../telling/status-for.ts'
import { takeIn } from './take-in.ts'
import { tellOwners } from './tell-owners.ts'
import { tryListen } from './try-listen.ts'

/** What a collector is started with. */
export type ServeOptions = {
  readonly folder: string
  readonly config: Config
  readonly profile: Profile
  readonly log: Log
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Milliseconds since 1970. */
  readonly clock: () => number
  readonly random: (count: number) => Uint8Array
  /** Asked in place of the DNS. */
  readonly resolve?: DNSResolver
}

/** A collector that runs. */
export type Serving = AsyncDisposable & {
  readonly ports: { readonly http?: number; readonly smtp?: number; readonly lmtp?: number }
  /** Takes another configuration; where it listens stays as it was. */
  readonly reload: (config: Config) => void
  /** The number of the last arrival that is kept. */
  readonly kept: () => number
  /** Resolves when everything that was kept so far can be read. */
  readonly settled: () => Promise<void>
  /** Resolves when everything that was kept so far is decided about. */
  readonly decided: () => Promise<void>
}

const readerBounds = { mostSeconds: 20, mostMegabytes: 512 }
const hour = 3_600_000

/** Builds the parts of a collector, and ties them together. */
export async function serve(options: ServeOptions): Promise<Serving> {
  const { folder, profile, log, environment, clock, random } = options
  let { config } = options
  await using parts = new AsyncDisposableStack()
  parts.use(lockFolder(folder))
  const now = (): Instant => instantOfSeconds(clock() / 1000) ?? ('1970-01-01T00:00:00Z' as Instant)
  const store = parts.use(sqliteStore({ folder, newId: () => newId(random), thread: 'own' }))
  const book = parts.use(sqliteSubmitterBook(join(folder, 'intake.db')))
  const believing = parts.use(startBelieving(folder))
  const readers = parts.use(startReaders({ threads: 2, folder, ...readerBounds }))
  const metrics = startMetrics({
    redalert_arrivals_total: 'What came, by way and by what became of it.',
    redalert_faults_total: 'What a person must see to.',
  })
  const fault = (what: string, error: unknown, more: object = {}): void => {
    metrics.count('redalert_faults_total')
    log.error({ err: error, ...more }, what)
  }
  const relay = relayFrom(config, environment)
  const accepting = parts.use(
    accept({
      store,
      read: readers.read,
      profile,
      answer: receiptsFrom(() => config, { relay, now, lettersTo: store.lettersTo }),
      async projected(batch) {
        for (const { submitter, told } of batch)
          noteListens(
            submitter,
            told.coverage.flatMap(({ listens }) => listens ?? []),
            book,
          )
        await believing.touch(
          batch.map(({ told }) => told.cells),
          batch.at(-1)?.sequence ?? 0,
        )
      },
      report: ({ code, sequence, error }) => fault(code, error, { sequence }),
    }),
  )
  let isStopping = false
  const stopping = new AbortController()
  const taking: Promise<void>[] = []
  // What is closed last is named first: whoever brings something is answered before the ways in stop.
  parts.defer(async () => {
    stopping.abort()
    await Promise.all(taking)
  })
  const alarm = (sentence: string): void => fault('mail-refused', sentence)
  const cells = (source: Source) => withoutRevoked(store, revokedIn(book)).cells(source)
  const hearing = parts.use(hearingFrom(config, { folder, now, random, alarm, cells }))
  const { prove } = parts.use(proverFrom(options.resolve ?? config.smtp.dns_servers))
  const mail = { book, now, prove }
  const server = makeServer({ trustProxy: config.http.trust_proxy })
  const ways: Intake[] = [
    httpIntake(server, {
      book,
      now,
      clock,
      rate: rateLimit(config.http.per_minute),
      mostBytes: megabytes(config.http.max_body_mb),
      receipt: accepting.receipt,
    }),
    folderIntake({
      folder: join(folder, 'drop'),
      submitter: config.folder.submitter,
      mostBytes: megabytes(config.folder.max_file_mb),
      everyMilliseconds: config.folder.every_seconds * 1000,
      now,
    }),
  ]
  statusRoute(server, {
    book,
    clock,
    rate: rateLimit(config.http.per_minute),
    status: submitter => statusFor(folder, submitter, now()),
  })
  mkdirSync(join(folder, 'drop'), { recursive: true })
  operatorRoutes(server, {
    metrics,
    notReady: () => (isStopping ? 'it is stopping' : undefined),
  })
  const address = () => addressOf(config)
  scannerRoute(server, address)
  ownerRoutes(server, hearing.pages)
  feedRoutes(server, hearing.feed)
  frontPage(server, { address, mailbox: mailboxOf(config) })
  appealRoutes(server, {
    one: appealFolder(folder).one,
    progress: appealAnswers({ store, book, clock }),
    address,
    now,
  })
  gaugeStore(metrics, store, folder)
  const listening = await listenMail(config, {
    ...mail,
    clock,
    isAnswered: hearing.isAnswered,
  })
  for (const each of listening.all) {
    parts.use(each)
    ways.push(each.intake)
  }
  const imap = imapFrom(config, {
    ...mail,
    folder,
    environment,
    report: error => fault('mailbox-lost', error),
  })
  if (imap) ways.push(imap)
  const http = listenAddress(config.http.listen)
  if (http) await tryListen('http.listen', config.http.listen, () => server.listen(http))
  parts.defer(() => server.close())
  for (const way of ways) {
    taking.push(
      takeIn(way, stopping.signal, {
        store,
        hear: hearing.hear,
        met: arrival => meetSubmitter(arrival, { book, own: config.folder.submitter }),
        kept: accepting.wake,
        report: error => fault('not-kept', error),
        count: (name, outcome) => metrics.count('redalert_arrivals_total', { way: name, outcome }),
      }),
    )
  }
  const post =
    relay &&
    sender({
      letters: store,
      relay,
      answered: sequence => answeredId(store, sequence),
      now,
      report: error => fault('not-sent', error),
    })
  if (post) {
    parts.defer(post.close)
    parts.use(
      every(
        5000,
        () => post.sendDue(),
        error => fault('not-sent', error),
      ),
    )
  }
  parts.use(
    every(
      hour,
      async () => {
        const count = await compactOld({
          store,
          readers,
          profile,
          now: now(),
          rawDays: config.store.raw_days,
        })
        if (count > 0) log.info({ count }, 'raw bodies gave way to what they told')
      },
      error => fault('not-stored', error),
    ),
  )
  parts.use(
    every(
      2000,
      () => believing.tend(now(), config.trust),
      error => fault('not-decided', error),
    ),
  )
  const telling = parts.use(
    tellOwners({
      folder,
      config,
      isExercise: profile === 'exercise',
      environment,
      clock,
      metrics,
      log,
      fault,
    }),
  )
  const whole = parts.move()
  return {
    ports: { ...(http && { http: portOf(server.server.address()) }), ...listening.ports },
    reload(next) {
      telling.reload(next)
      hearing.reload(next)
      config = next
      log.level = next.log.level
    },
    kept: () => store.position().kept,
    settled: accepting.settled,
    async decided() {
      await accepting.settled()
      await believing.review(now(), config.trust)
      telling.planSoon()
    },
    async [Symbol.asyncDispose]() {
      isStopping = true
      await whole.disposeAsync()
    },
  }
}

function megabytes(count: number): number {
  return count * 1024 * 1024
}

function portOf(address: ReturnType<Server['address']>): number {
  return typeof address === 'object' && address ? address.port : 0
}
