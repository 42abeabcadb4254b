import { closeSync, openSync, writeSync } from 'node:fs'
import { randomOf } from './random.ts'
import { agents, pages, referers, worms } from './vocabulary.ts'

export type Shape = 'combined' | 'iis' | 'json'

/** What a made log holds. */
export type Corpus = {
  readonly shape: Shape
  readonly bytes: number
  /** Worm lines in a hundred thousand. */
  readonly worms: number
  /** In how many ways the tools of a family spell each request; undefined when every line is spelled anew. */
  readonly spellings?: number
  /** Infected machines; each knocks for six hours. */
  readonly infected: number
  readonly seed: number
}

type Request = {
  readonly source: string
  readonly seconds: number
  readonly target: string
  readonly isWorm: boolean
  readonly status: number
  readonly bytes: number
  readonly referer: string
  readonly agent: string
}

const start = Date.UTC(2024, 4, 6) / 1000
const hours = 24

/** Writes a log made by a seed; tells how many of its lines a worm wrote, and how many only mention one elsewhere. */
export function writeCorpus(file: string, corpus: Corpus) {
  const { shape, bytes, infected, seed } = corpus
  const random = randomOf(seed)
  const write = writers[shape]
  const clients = Array.from({ length: 20_000 }, () => address(random))
  const sick = Array.from({ length: infected }, () => ({
    source: address(random),
    from: random(hours - 5),
  }))
  const knocks = worms.map(worm =>
    Array.from({ length: corpus.spellings ?? 0 }, () => spelled(worm, random)),
  )
  const knock = () => {
    const which = random(worms.length)
    const ways = knocks[which] ?? []
    return ways[random(ways.length || 1)] ?? spelled(worms[which] ?? '', random)
  }
  const told = { lines: 0, worms: 0, decoys: 0 }
  const out = openSync(file, 'w')
  let text = shape === 'iis' ? iisHeader : ''
  for (let written = 0; written < bytes;) {
    const share = Math.min((written + text.length) / bytes, 1 - 1e-9)
    const isWorm = random(100_000) < corpus.worms
    const hour = Math.floor(share * hours)
    const awake = isWorm ? sick.filter(({ from }) => from <= hour && hour < from + 6) : []
    const isDecoy = !isWorm && random(20_000) === 0
    if (isWorm) told.worms++
    if (isDecoy) told.decoys++
    told.lines++
    const page = pages[random(pages.length)] ?? '/'
    text += write({
      source: isWorm
        ? ((awake[random(awake.length)] ?? sick[0])?.source ?? '')
        : (clients[random(clients.length)] ?? ''),
      seconds: start + Math.floor(share * hours * 3600),
      target: isWorm ? knock() : random(3) > 0 ? page : varied(page, random),
      isWorm,
      status: isWorm ? 404 : random(10) === 0 ? 304 : 200,
      bytes: isWorm ? 283 : random(90_000),
      referer: isDecoy
        ? 'http://www.example.org/log?/scripts/root.exe?/c+dir'
        : isWorm
          ? '-'
          : (referers[random(referers.length)] ?? '-'),
      agent: isWorm ? '-' : (agents[random(agents.length)] ?? '-'),
    })
    if (text.length > 1 << 20) {
      written += writeSync(out, text, null, 'latin1')
      text = ''
    }
  }
  closeSync(out)
  return told
}

type Random = (below: number) => number

function address(random: Random): string {
  return `${1 + random(223)}.${random(256)}.${random(256)}.${1 + random(254)}`
}

function varied(page: string, random: Random): string {
  return `${page}${page.includes('?') ? '&' : '?'}v=${random(1_000_000)}`
}

/** Most as they are, some in another case, some with escapes that nothing needs, some escaped twice. */
function spelled(target: string, random: Random): string {
  const way = random(20)
  if (way < 14) return target
  if (way < 17)
    return target
      .replace(/[a-z]/g, char => (random(2) ? char.toUpperCase() : char))
      .replace(/\?.*/, query => query.toLowerCase().replace(/n+|x+/, run => run.toUpperCase()))
  const escape = (char: string) => `%${way < 19 ? '' : '25'}${char.charCodeAt(0).toString(16)}`
  return (
    target.slice(0, 40).replace(/[a-z]/g, char => (random(3) === 0 ? escape(char) : char)) +
    target.slice(40)
  )
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
let stampAt = -1
let stampText = ''

function iso(seconds: number): string {
  if (seconds !== stampAt) {
    stampAt = seconds
    stampText = new Date(seconds * 1000).toISOString()
  }
  return stampText
}

const iisHeader =
  '#Software: Microsoft Internet Information Services 10.0\n#Version: 1.0\n#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) cs(Referer) sc-status sc-substatus sc-win32-status time-taken\n'

const writers: Readonly<Record<Shape, (request: Request) => string>> = {
  combined({ source, seconds, target, status, bytes, referer, agent, isWorm }) {
    const at = iso(seconds)
    const stamp = `${at.slice(8, 10)}/${months[Number(at.slice(5, 7)) - 1]}/${at.slice(0, 4)}:${at.slice(11, 19)} +0000`
    return `${source} - - [${stamp}] "GET ${target} HTTP/1.${isWorm ? 0 : 1}" ${status} ${bytes} "${referer}" "${agent}"\n`
  },
  iis({ source, seconds, target, status, bytes, referer, agent }) {
    const at = iso(seconds)
    const [stem = '', query = ''] = target.split('?', 2)
    return `${at.slice(0, 10)} ${at.slice(11, 19)} 198.51.100.7 GET ${stem} ${query || '-'} 443 - ${source} ${agent.replaceAll(' ', '+')} ${referer} ${status} 0 0 ${bytes % 1000}\n`
  },
  json({ source, seconds, target, status, bytes, referer, agent }) {
    const at = iso(seconds)
    return `{"time_iso8601":"${at.slice(0, 19)}+00:00","remote_addr":"${source}","request_method":"GET","request_uri":"${target.replaceAll('\\', '\\\\')}","server_protocol":"HTTP/1.1","status":"${status}","body_bytes_sent":"${bytes}","http_referer":"${referer}","http_user_agent":"${agent}","http_host":"www.example.org","request_time":"0.${bytes % 1000}"}\n`
  },
}
