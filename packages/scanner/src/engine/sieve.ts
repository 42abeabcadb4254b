import { inflateRawSync } from 'node:zlib'
import { type Literals, literals, type Mark } from '@redalert/core'
import { fillTables, needsTwoSets } from './tables.ts'
import { sieveWasm } from './sieve-wasm.ts'
import type { Watch } from './observe.ts'
import type { Stencil } from './stencil.ts'
import { writeStencil } from './write-stencil.ts'
import { type Module, webAssembly } from './web-assembly.ts'

/** What the sieve asks, by places in its memory; see sieve.as.ts. */
export type Host = {
  /** Reads a line that is not passed over; gives the verdict on its request, to be remembered: 0 none, 1 no mark, else a number of `verdicts`. */
  readonly ask: (start: number, end: number, line: number, request: number) => number
  /** Keeps a line as evidence of a cell; gives the second after which no other can be. */
  readonly keep: (start: number, end: number, line: number, cell: number) => number
  /** Takes all cells, for there is no room for more. */
  readonly takeCells: () => void
  /** Reads the first line of a span of ten minutes: 1 it counts, 2 it lies outside the time asked for, 3 ask for each, 0 not readable. */
  readonly askTime: (start: number, end: number, stamp: number) => number
  /** Gives 1 when the line's client is one for core. */
  readonly askSource: (start: number, end: number) => number
  /** As `askTime`, of a line of the stencil, whose time stands at a place. */
  readonly askPlacedTime: (start: number, end: number, stamp: number, place: number) => number
  /** Tells the address of the server that a line holds. */
  readonly tellListens: (start: number, end: number) => void
}

/** The sieve and its memory. */
export type Sieve = {
  readonly bytes: Buffer
  readonly words: Uint32Array
  /** Where the bytes of a log are written. */
  readonly start: number
  /** How many of them there is room for. */
  readonly size: number
  /** Passes over lines from one place to another, the end of a line; stops at a header line and gives its place. */
  readonly run: (from: number, to: number) => number
  /** Reads lines by a stencil from now on; below a header that names a format, by nothing else. */
  readonly use: (stencil: Stencil | undefined, isBelow: boolean) => void
  /** How many lines were read since this was asked last, and how many of them passed over. */
  readonly takeLines: () => number
  readonly takePassed: () => number
  /** How many lines were added to cells. */
  readonly takeDeposited: () => number
  readonly cellCount: () => number
  readonly forgetCells: () => void
  /** The marks that a remembered request gives, by the number of its verdict. */
  readonly verdicts: (readonly Mark[])[]
  /** Whom it asks; set before it runs. */
  host: Host
}

/** Where the spans of ten minutes stand, each in so many bytes. */
export const stamps = {
  start: 24_576,
  count: 256,
  size: 64,
  /** Places within one: hours and seconds since 1970 of its start, and the instant as text without its last minutes. */
  hour: 40,
  second: 44,
  text: 48,
  textLength: 15,
}

/** Where the cells stand, each in so many bytes. */
export const cells = { start: 2_359_296, size: 576 }
/** Where in a remembered request stand the length of what its identity ends in, whether it tries a door, and that end. */
export const requests = { length: 8, door: 12, ending: 528, longest: 495 }

const bufferStart = 7_077_888
const bufferSize = 768 * 1024
/** Vectors may look beyond the last newline. */
const guard = 256

type Exports = {
  readonly prepare: (useTwoSets: boolean, useHeaders: boolean, useWholeKey: boolean) => void
  readonly sieve: (start: number, end: number) => number
  readonly useStencil: (steps: number, isBelow: boolean, least: number) => void
  readonly takeLines: () => number
  readonly takePassed: () => number
  readonly takeDeposited: () => number
  readonly cellCount: () => number
  readonly forgetCells: () => void
}

let compiled: Module | null | undefined

/** The compiled sieve; undefined where WebAssembly has no vectors. */
function moduleOf(): Module | undefined {
  if (compiled === undefined) {
    const code = inflateRawSync(Buffer.from(sieveWasm, 'base64'))
    compiled = webAssembly.validate(code) ? new webAssembly.Module(code) : null
  }
  return compiled ?? undefined
}

const nobody: Host = {
  ask: () => 0,
  keep: () => 0,
  takeCells: () => undefined,
  askTime: () => 0,
  askSource: () => 0,
  askPlacedTime: () => 0,
  tellListens: () => undefined,
}

/** Makes the sieve for what is watched; undefined where every line must be read: forced formats, families without literals, no vectors. */
export function makeSieve({ rules, context, literals: known }: Watch): Sieve | undefined {
  if (context.format && context.format.name !== 'clf' && context.format.name !== 'vhost-clf') {
    return undefined
  }
  const sought = known ?? literals(rules)
  const module = sought && moduleOf()
  return module && instantiate(module, sought)
}

function instantiate(module: Module, sought: Literals): Sieve {
  const pages = Math.ceil((bufferStart + bufferSize + guard) / 65_536)
  const memory = new webAssembly.Memory({ initial: pages, maximum: pages })
  const host: Host = {
    ask: (start, end, line, request) => sieve.host.ask(start, end, line, request),
    keep: (start, end, line, cell) => sieve.host.keep(start, end, line, cell),
    takeCells: () => sieve.host.takeCells(),
    askTime: (start, end, stamp) => sieve.host.askTime(start, end, stamp),
    askSource: (start, end) => sieve.host.askSource(start, end),
    askPlacedTime: (start, end, stamp, place) => sieve.host.askPlacedTime(start, end, stamp, place),
    tellListens: (start, end) => sieve.host.tellListens(start, end),
  }
  const instance = new webAssembly.Instance(module, { env: { memory }, sieve: host })
  const { prepare, sieve: run, useStencil, ...counters } = instance.exports as Exports
  const bytes = Buffer.from(memory.buffer)
  fillTables(bytes, sought)
  prepare(needsTwoSets(sought), sought.headers !== undefined, sought.headersMatter)
  const sieve: Sieve = {
    bytes,
    words: new Uint32Array(memory.buffer),
    start: bufferStart,
    size: bufferSize,
    run,
    use: (stencil, isBelow) => {
      if (stencil) writeStencil(bytes, stencil)
      useStencil(stencil?.steps.length ?? 0, isBelow, stencil?.least ?? 0)
    },
    ...counters,
    // No number is 0 or 1.
    verdicts: [[], []],
    host: nobody,
  }
  return sieve
}
