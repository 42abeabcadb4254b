// The filter of the engine, in AssemblyScript: it passes over the lines that are of the common shape beyond doubt and hold
// nothing that any family is known by, and hands every other line to the host. It decides nothing: what it passes over is
// what core would read as an entry without marks, and sieve.test.ts holds it to that.
//
// Memory: tables that the host fills, what is remembered, then the bytes of the log. Behind the last newline 64 bytes may be read.

export const REQUEST_MASKS: usize = 1024 // two sets of eight buckets: four places, low and high half of a byte
export const HEADER_MASKS: usize = 1280 // eight buckets: two places
export const REQUEST_WINDOWS: usize = 2048 // one bit for each hash of four folded bytes
export const HEADER_WINDOWS: usize = 10240
export const NEEDLESS: usize = 18432 // by byte: 1 noticed as any escape, 2 in a request, 4 in a header as a server's escape
export const HEX: usize = 18688 // value of a hex digit, or 255
export const OCTETS: usize = 19456 // by the lengths of four octets: where their digits go, then the least value of each
export const LISTENS: usize = 22528 // 16 addresses of the server that were told, 64 bytes each
export const STAMPS: usize = 24576 // 256 spans of ten minutes, 64 bytes each
export const SOURCES: usize = 40960 // 2048 clients, 64 bytes each
export const STENCIL: usize = 172032 // the bytes that end a value, by their low half; then the steps through a line, 80 bytes each
export const SCRATCH: usize = 180224 // the text that an identity is made of
export const REQUESTS: usize = 196608 // 2048 requests that core has read, 1024 bytes each
export const CELL_INDEX: usize = 2293760 // 16384 places by hash: the number of a cell and one
export const CELLS: usize = 2359296 // 8192 cells of a client, a verdict and an hour, 576 bytes each
export const BUFFER: usize = 7077888

const TAB: u8 = 9
const NEWLINE: u8 = 10
const RETURN: u8 = 13
const BLANK: u8 = 32
const QUOTE: u8 = 34
const HASH: u8 = 35
const DOLLAR: u8 = 36
const PERCENT: u8 = 37
const DASH: u8 = 45
const BRACKET: u8 = 91
const BACKSLASH: u8 = 92
const BRACE: u8 = 123

// A line that is not passed over. Of one whose request is to be remembered, the verdict: 1 no mark, above 1 the number of its marks.
@external("sieve", "ask")
declare function ask(start: usize, end: usize, line: u32, request: usize): u32
// A line that may be evidence of a cell: gives the second after which no other line of it can be.
@external("sieve", "keep")
declare function keep(start: usize, end: usize, line: u32, cell: u32): u32
// There is no room for more cells: the host takes them and calls forgetCells.
@external("sieve", "takeCells")
declare function takeCells(): void
// The first line of a span of ten minutes: 1 it counts, 2 it lies outside the time asked for, 3 ask for each line.
@external("sieve", "askTime")
declare function askTime(start: usize, end: usize, stamp: usize): u32
// A client that is no plain IPv4 address: 1 when core takes it for one.
@external("sieve", "askSource")
declare function askSource(start: usize, end: usize): u32
// The first line of a span of ten minutes whose time stands at a place of a stencil: the same answers.
@external("sieve", "askPlacedTime")
declare function askPlacedTime(start: usize, end: usize, stamp: usize, place: usize): u32
// A line whose server's address was not told before: it is told now.
@external("sieve", "tellListens")
declare function tellListens(start: usize, end: usize): void

let twoSets: bool = false
let headers: bool = false
let wholeKey: bool = false
let lines: u32 = 0
let passed: u32 = 0
let deposited: u32 = 0

export function prepare(useTwoSets: bool, useHeaders: bool, useWholeKey: bool): void {
  twoSets = useTwoSets
  headers = useHeaders
  wholeKey = useWholeKey
}

/** Lines are read by the stencil in memory of so many steps; `below` a header that names a format by no other way. */
export function useStencil(count: u32, below: bool, least: u32): void {
  steps = count
  headed = below
  leastValue = least
  generation++
  lastStamp = 0
  memory.fill(LISTENS, 0, 1024)
}

let steps: u32 = 0
let headed: bool = false
let leastValue: u32 = 0
/** Tells what was remembered under one stencil from what is under another. */
let generation: u32 = 0

export function takeLines(): u32 {
  const count = lines
  lines = 0
  return count
}

export function takePassed(): u32 {
  const count = passed
  passed = 0
  return count
}

export function takeDeposited(): u32 {
  const count = deposited
  deposited = 0
  return count
}

/** Reads whole lines; stops before a header line, and gives the place where it stopped. */
export function sieve(start: usize, end: usize): usize {
  let at = start
  while (at < end) {
    if (load<u8>(at) == HASH) return at
    lines++
    const next = headed || load<u8>(at) == BRACE ? (steps ? passStencil(at) : 0) : pass(at)
    if (next) {
      at = next
      continue
    }
    const newline = find(at, NEWLINE)
    ask(at, newline, lines, 0)
    at = newline + 1
  }
  return at
}

// ---- one line

const enum Outcome {
  Passed,
  Asked,
  Deposited,
}

// What is known of the line at hand.
let outcome: Outcome = Outcome.Passed
let source: usize = 0 // its IPv4 address, or 0
let sourceEnd: usize = 0
let time: usize = 0
let timeStamp: usize = 0

/** Passes over a line and gives the start of the next; 0 when it is for the host to read. */
function pass(start: usize): usize {
  source = start
  let at = plainAddress(start, BLANK)
  if (!at) {
    const word = wordEnd(start)
    if (!word) return 0
    // With a virtual host in front, the client is the second word.
    source = word + 1
    at = plainAddress(source, BLANK)
    if (!at) {
      source = 0
      if (!knownSource(start, start, word)) return 0
      at = word
    }
  }
  // ` - user [`
  if (load<u16>(at) != 0x2d20 || load<u8>(at + 2) != BLANK) return 0
  sourceEnd = at
  at += 3
  if (load<u16>(at) == 0x202d) at += 2
  else {
    const user = at
    let byte = load<u8>(at)
    while (byte > BLANK && byte != BRACKET) byte = load<u8>(++at)
    if (byte != BLANK || at == user) return 0
    at++
  }
  if (load<u8>(at) != BRACKET || load<u8>(at + 29) != QUOTE) return 0
  const stamp = stampOf(start, at + 1)
  if (!stamp) return 0
  const state = load<u32>(stamp, 24)
  if (state == 3) return 0
  time = at + 1
  timeStamp = stamp
  const next = twoSets
    ? passRequest<u16>(start, at + 30, state == 2)
    : passRequest<u8>(start, at + 30, state == 2)
  if (!next || outcome == Outcome.Asked) return next
  if (outcome == Outcome.Passed) passed++
  else deposited++
  if (state == 1) count(stamp, at + 1)
  return next
}

/** The blank or quote behind a canonical IPv4 address, or 0. */
// @ts-ignore: decorator
@inline
function plainAddress(at: usize, behind: u8): usize {
  const text = v128.load(at)
  const blanks = i8x16.bitmask(i8x16.eq(text, i8x16.splat(behind)))
  const length = ctz(blanks)
  if (length > 15 || length < 7) return 0
  const within: i32 = (1 << length) - 1
  const dots = i8x16.bitmask(i8x16.eq(text, i8x16.splat(46))) & within
  const digits = i8x16.sub(text, i8x16.splat(48))
  const others = i8x16.bitmask(i8x16.gt_u(digits, i8x16.splat(9))) & within
  if (others != dots || popcnt(dots) != 3) return 0
  const first = ctz(dots)
  const second = ctz(dots & (dots - 1))
  const third = 31 - clz(dots)
  const a = first - 1
  const b = second - first - 2
  const c = third - second - 2
  const d = length - third - 2
  if ((a | b | c | d) < 0 || a > 2 || b > 2 || c > 2 || d > 2) return 0
  const octet: usize = OCTETS + <usize>(((a * 3 + b) * 3 + c) * 3 + d) * 32
  const placed = i8x16.swizzle(digits, v128.load(octet))
  const weights = i16x8(0, 100, 10, 1, 0, 100, 10, 1)
  const low = i32x4.dot_i16x8_s(i16x8.extend_low_i8x16_u(placed), weights)
  const high = i32x4.dot_i16x8_s(i16x8.extend_high_i8x16_u(placed), weights)
  const values = i32x4.add(
    v128.shuffle<i32>(low, high, 0, 2, 4, 6),
    v128.shuffle<i32>(low, high, 1, 3, 5, 7),
  )
  const wrong = v128.or(
    i32x4.gt_s(values, i32x4.splat(255)),
    i32x4.gt_s(i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(v128.load(octet + 16))), values),
  )
  return v128.any_true(wrong) ? 0 : at + length
}

/** The first blank of a line; 0 when it is far, or a quote or a bracket stands before. */
function wordEnd(start: usize): usize {
  let at = start
  let byte = load<u8>(at)
  while (byte > BLANK && byte != QUOTE && byte != BRACKET && at - start < 300) byte = load<u8>(++at)
  return byte == BLANK ? at : 0
}

/** Whether core takes a text for a client; remembered by the text. */
function knownSource(line: usize, start: usize, end: usize): bool {
  const length = <u32>(end - start)
  if (length == 0 || length > 56) return false
  const slot = SOURCES + (<usize>(hash(start, end) & 2047) << 6)
  const known = length | (generation << 8)
  if (load<u32>(slot) == known && memory.compare(slot + 8, start, length) == 0)
    return load<u32>(slot, 4) == 1
  if (askSource(line, find(end, NEWLINE)) != 1) return false
  store<u32>(slot, known)
  store<u32>(slot, 1, 4)
  memory.copy(slot + 8, start, length)
  return true
}

// ---- time: the text of a stamp without the last digit of its minutes and without its seconds

let lastStamp: usize = 0

function stampOf(line: usize, at: usize): usize {
  // `7:55`
  const rest = load<u32>(at + 16)
  const minute = (rest & 0xff) - 48
  const ten = ((rest >> 16) & 0xff) - 48
  const one = (rest >> 24) - 48
  if (((rest >> 8) & 0xff) != 58 || minute > 9 || ten > 5 || one > 9) return 0
  if (lastStamp && sameStamp(lastStamp, at)) return lastStamp
  const mixed = (load<u64>(at) ^ (load<u64>(at + 8) << 3) ^ (load<u64>(at + 20) << 7)) * 0x9e3779b97f4a7c15
  const slot = STAMPS + (<usize>(mixed >> 56) << 6)
  if (!sameStamp(slot, at)) {
    const state = askTime(line, find(at, NEWLINE), slot)
    if (!state) return 0
    keepStamp(slot, load<u64>(at), load<u64>(at + 8), load<u64>(at + 20), state)
  }
  lastStamp = slot
  return slot
}

function keepStamp(slot: usize, first: u64, second: u64, third: u64, state: u32): void {
  store<u64>(slot, first)
  store<u64>(slot, second, 8)
  store<u64>(slot, third, 16)
  store<u32>(slot, state, 24)
  store<u32>(slot, 0, 28)
  store<u32>(slot, 600, 32)
  store<u32>(slot, 0, 36)
}

// @ts-ignore: decorator
@inline
function sameStamp(slot: usize, at: usize): bool {
  return (
    load<u32>(slot, 24) != 0 &&
    load<u64>(slot, 16) == load<u64>(at + 20) &&
    !v128.any_true(v128.xor(v128.load(slot), v128.load(at)))
  )
}

// @ts-ignore: decorator
@inline
function secondOfSpan(at: usize): u32 {
  return (<u32>load<u8>(at + 16) - 48) * 60 + (<u32>load<u8>(at + 18) - 48) * 10 + <u32>load<u8>(at + 19) - 48
}

// @ts-ignore: decorator
@inline
function count(stamp: usize, at: usize): void {
  const second = secondOfSpan(at)
  store<u32>(stamp, load<u32>(stamp, 28) + 1, 28)
  if (second < load<u32>(stamp, 32)) store<u32>(stamp, second, 32)
  if (second > load<u32>(stamp, 36)) store<u32>(stamp, second, 36)
}

// ---- request, referer and agent

// What ends a text of the common shape, by the low half of each: a quote, a newline; and a bracket, which may open a time.
const COMMON_ENDS = i8x16(1, 0, QUOTE, 0, 0, 0, 0, 0, 0, 0, NEWLINE, BRACKET, 0, 0, 0, 0)

/** Whether the text that was looked at last holds what may accuse. */
let found: bool = false

/** Passes over all behind the quote that opens the request; with `blind` nothing in it counts. */
function passRequest<Sets>(line: usize, start: usize, blind: bool): usize {
  outcome = Outcome.Passed
  const quote = lookAtRequest<Sets>(start, COMMON_ENDS, 1)
  if (!quote) return 0
  const accused = found && !blind
  if (load<u8>(quote) != QUOTE || load<u8>(quote - 1) == BACKSLASH) return 0
  // ` 404 ` or ` - `
  let at = quote + 2
  if (load<u8>(quote + 1) != BLANK) return 0
  if (load<u8>(at) == DASH) at++
  else {
    if (!isDigit(at) || !isDigit(at + 1) || !isDigit(at + 2)) return 0
    at += 3
  }
  const newline = headers && !blind ? endWithHeaders(at) : endOf(at)
  if (!newline || newline - line > 65536) return 0
  const end = load<u8>(newline - 1) == RETURN ? newline - 1 : newline
  if (load<u8>(at) != BLANK && at != end) return 0
  if (!accused && isWhole(at, end)) return newline + 1
  const kinds = kindsOf(at, end)
  if (!kinds) return 0
  if (accused) outcome = weigh(line, start, quote, end, kinds, newline)
  return newline + 1
}

/**
 * Looks for what may accuse in a request, up to one of the bytes that end it; gives its place, or 0 when a time in brackets
 * stands before. Several texts have one blank between them.
 */
function lookAtRequest<Sets>(start: usize, byLow: v128, texts: u32): usize {
  const nibble = i8x16.splat(15)
  const none = i8x16.splat(0)
  const a0 = v128.load(REQUEST_MASKS)
  const A0 = v128.load(REQUEST_MASKS, 16)
  const a1 = v128.load(REQUEST_MASKS, 32)
  const A1 = v128.load(REQUEST_MASKS, 48)
  const a2 = v128.load(REQUEST_MASKS, 64)
  const A2 = v128.load(REQUEST_MASKS, 80)
  const a3 = v128.load(REQUEST_MASKS, 96)
  const A3 = v128.load(REQUEST_MASKS, 112)
  let x0 = none
  let x1 = none
  let x2 = none
  let y0 = none
  let y1 = none
  let y2 = none
  let at = start
  let begun = start
  found = false
  while (true) {
    const text = v128.load(at)
    const low = v128.and(text, nibble)
    const high = i8x16.shr_u(text, 4)
    const r0 = v128.and(i8x16.swizzle(a0, low), i8x16.swizzle(A0, high))
    const r1 = v128.and(i8x16.swizzle(a1, low), i8x16.swizzle(A1, high))
    const r2 = v128.and(i8x16.swizzle(a2, low), i8x16.swizzle(A2, high))
    const r3 = v128.and(i8x16.swizzle(a3, low), i8x16.swizzle(A3, high))
    let hits = v128.and(v128.and(r3, behind1(x2, r2)), v128.and(behind2(x1, r1), behind3(x0, r0)))
    x0 = r0
    x1 = r1
    x2 = r2
    if (sizeof<Sets>() == 2) {
      const s0 = v128.and(i8x16.swizzle(v128.load(REQUEST_MASKS, 128), low), i8x16.swizzle(v128.load(REQUEST_MASKS, 144), high))
      const s1 = v128.and(i8x16.swizzle(v128.load(REQUEST_MASKS, 160), low), i8x16.swizzle(v128.load(REQUEST_MASKS, 176), high))
      const s2 = v128.and(i8x16.swizzle(v128.load(REQUEST_MASKS, 192), low), i8x16.swizzle(v128.load(REQUEST_MASKS, 208), high))
      const s3 = v128.and(i8x16.swizzle(v128.load(REQUEST_MASKS, 224), low), i8x16.swizzle(v128.load(REQUEST_MASKS, 240), high))
      hits = v128.or(hits, v128.and(v128.and(s3, behind1(y2, s2)), v128.and(behind2(y1, s1), behind3(y0, s0))))
      y0 = s0
      y1 = s1
      y2 = s2
    }
    const events = i8x16.eq(text, i8x16.swizzle(byLow, low))
    if (v128.any_true(v128.or(hits, events))) {
      const opens = i8x16.bitmask(i8x16.eq(text, i8x16.splat(BRACKET)))
      let ends = i8x16.bitmask(events) & ~opens
      while (ends && texts > 1) {
        const place = at + <usize>ctz(ends)
        if (load<u8>(place) != BLANK || place == begun) return 0
        begun = place + 1
        texts--
        ends &= ends - 1
      }
      const until = ends ? (ends & -ends) - 1 : 0xffff
      if (!found) found = anyWindow(at, ~i8x16.bitmask(i8x16.eq(hits, none)) & until)
      if (anyStamp(at, opens & until)) return 0
      if (ends) {
        const end = at + <usize>ctz(ends)
        if (end == begun && begun != start) return 0
        if (!found) found = noticedAtEnd(start, end, 2)
        return end
      }
    }
    at += 16
  }
}

/**
 * Whether no text in quotes can lack its end: any that begins before the last byte, a quote that is none's beginning, ends
 * there at the latest.
 */
// @ts-ignore: decorator
@inline
function isWhole(start: usize, end: usize): bool {
  if (load<u8>(end - 1) != QUOTE) return false
  const before = load<u8>(end - 2)
  return before != BLANK && before != TAB && before != BACKSLASH && end - start > 2
}

/** What stands in the first two texts in quotes, and 1: nothing, an empty one, or something; 0 when a text has no plain end. */
function kindsOf(start: usize, end: usize): u32 {
  let at = start
  // Words, and texts in quotes, each with one blank before it.
  let texts: u32 = 0
  let kinds: u32 = 1
  while (at < end) {
    if (load<u8>(at) != BLANK) return 0
    at++
    if (load<u8>(at) == QUOTE) {
      const from = at + 1
      at = findWithin(from, end, QUOTE)
      if (at == end || load<u8>(at - 1) == BACKSLASH) return 0
      if (texts < 2) {
        const empty = at == from || (at == from + 1 && load<u8>(from) == DASH)
        kinds |= (empty ? 2 : 4) << (texts << 1)
      }
      texts++
      at++
    } else {
      const word = at
      while (load<u8>(at) > BLANK) at++
      if (at == word) return 0
    }
  }
  return at == end ? kinds : 0
}

/** The end of a line; 0 when it may hold a second record. */
// @ts-ignore: decorator
@inline
function endOf(start: usize): usize {
  const newlines = i8x16.splat(NEWLINE)
  const brackets = i8x16.splat(BRACKET)
  let at = start
  while (true) {
    const text = v128.load(at)
    const ends = i8x16.eq(text, newlines)
    const opens = i8x16.eq(text, brackets)
    if (v128.any_true(v128.or(ends, opens))) {
      const end = i8x16.bitmask(ends)
      if (anyStamp(at, i8x16.bitmask(opens) & (end ? (end & -end) - 1 : 0xffff))) return 0
      if (end) return at + <usize>ctz(end)
    }
    at += 16
  }
}

/** The same where families come through headers: 0 also when what stands there may accuse. */
function endWithHeaders(start: usize): usize {
  const end = lookAtHeaders(start, NEWLINE_ENDS, 1)
  return found ? 0 : end
}

const NEWLINE_ENDS = i8x16(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, NEWLINE, BRACKET, 0, 0, 0, 0)

/** The same as in a request, for what may accuse in headers: of each window two bytes are looked for. */
function lookAtHeaders(start: usize, byLow: v128, texts: u32): usize {
  const nibble = i8x16.splat(15)
  const none = i8x16.splat(0)
  const a0 = v128.load(HEADER_MASKS)
  const A0 = v128.load(HEADER_MASKS, 16)
  const a1 = v128.load(HEADER_MASKS, 32)
  const A1 = v128.load(HEADER_MASKS, 48)
  let before = none
  let at = start
  let begun = start
  found = false
  while (true) {
    const text = v128.load(at)
    const low = v128.and(text, nibble)
    const high = i8x16.shr_u(text, 4)
    const now = v128.and(i8x16.swizzle(a0, low), i8x16.swizzle(A0, high))
    const hits = v128.and(behind1(before, now), v128.and(i8x16.swizzle(a1, low), i8x16.swizzle(A1, high)))
    before = now
    const events = i8x16.eq(text, i8x16.swizzle(byLow, low))
    if (v128.any_true(v128.or(hits, events))) {
      const opens = i8x16.bitmask(i8x16.eq(text, i8x16.splat(BRACKET)))
      let ends = i8x16.bitmask(events) & ~opens
      while (ends && texts > 1) {
        const place = at + <usize>ctz(ends)
        if (load<u8>(place) != BLANK || place == begun) return 0
        begun = place + 1
        texts--
        ends &= ends - 1
      }
      const until = ends ? (ends & -ends) - 1 : 0xffff
      if (!found) found = anyHeaderWindow(at, ~i8x16.bitmask(i8x16.eq(hits, none)) & until)
      if (anyStamp(at, opens & until)) return 0
      if (ends) {
        const end = at + <usize>ctz(ends)
        if (end == begun && begun != start) return 0
        if (!found) found = noticedAtEnd(start, end, 4)
        return end
      }
    }
    at += 16
  }
}

/** Whether one of these places is the second byte of two that stand somewhere in a window, or that begin an escape to be noticed. */
function anyHeaderWindow(at: usize, places: i32): bool {
  while (places) {
    const place = at + <usize>ctz(places) - 1
    places &= places - 1
    if (isNoticed(place, 4)) return true
    for (let start = place - 2; start <= place; start++) {
      const key = ((load<u32>(start) | 0x20202020) * 0x9e3779b1) >>> 16
      if ((load<u8>(HEADER_WINDOWS + (key >> 3)) >> <u8>(key & 7)) & 1) return true
    }
  }
  return false
}

/** Whether `[19/` stands at one of these places: the line may hold two records. */
// @ts-ignore: decorator
@inline
function anyStamp(at: usize, places: i32): bool {
  while (places) {
    const place = at + <usize>ctz(places)
    places &= places - 1
    if (isStamp(place)) return true
  }
  return false
}

// @ts-ignore: decorator
@inline
function isStamp(at: usize): bool {
  return isDigit(at + 1) && isDigit(at + 2) && load<u8>(at + 3) == 47
}

// @ts-ignore: decorator
@inline
function isDigit(at: usize): bool {
  return <u32>load<u8>(at) - 48 < 10
}

// ---- windows and escapes

// @ts-ignore: decorator
@inline
function behind1(before: v128, now: v128): v128 {
  return i8x16.shuffle(before, now, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30)
}

// @ts-ignore: decorator
@inline
function behind2(before: v128, now: v128): v128 {
  return i8x16.shuffle(before, now, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29)
}

// @ts-ignore: decorator
@inline
function behind3(before: v128, now: v128): v128 {
  return i8x16.shuffle(before, now, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28)
}

/** Whether one of these places is the last byte of a window, or of four bytes that begin with an escape to be noticed. */
function anyWindow(at: usize, places: i32): bool {
  while (places) {
    const place = at + <usize>ctz(places) - 3
    places &= places - 1
    const key = ((load<u32>(place) | 0x20202020) * 0x9e3779b1) >>> 16
    if ((load<u8>(REQUEST_WINDOWS + (key >> 3)) >> <u8>(key & 7)) & 1) return true
    if (isNoticed(place, 2)) return true
  }
  return false
}

/** An escape within the last three bytes of a text. */
function noticedAtEnd(start: usize, end: usize, part: u8): bool {
  let at = end - start > 3 ? end - 3 : start
  while (at < end) {
    if (isNoticed(at, part)) return true
    at++
  }
  return false
}

/** An escape that means something else than it says: see core's needless.ts. */
function isNoticed(at: usize, part: u8): bool {
  const byte = load<u8>(at)
  if (byte == PERCENT) {
    const first = load<u8>(at + 1)
    if ((first | 32) == 117) return true
    const high = load<u8>(HEX + first)
    const low = load<u8>(HEX + load<u8>(at + 2))
    return (high | low) < 16 && isSuspicious((high << 4) | low, at + 3)
  }
  if (byte == BACKSLASH) {
    const kind = load<u8>(at + 1)
    if (kind == 117) {
      if (load<u16>(at + 2) != 0x3030) return true
      const high = load<u8>(HEX + load<u8>(at + 4))
      const low = load<u8>(HEX + load<u8>(at + 5))
      if (high > 7 || low > 15) return true
      return (load<u8>(NEEDLESS + ((high << 4) | low)) & (1 | part)) != 0
    }
    if (kind != 120) return false
    const high = load<u8>(HEX + load<u8>(at + 2))
    const low = load<u8>(HEX + load<u8>(at + 3))
    if ((high | low) > 15) return false
    const escaped: u8 = (high << 4) | low
    return (load<u8>(NEEDLESS + escaped) & part) != 0 || isSuspicious(escaped, at + 4)
  }
  if (byte == DOLLAR) {
    const next = load<u8>(at + 1)
    return next == 123 || next == PERCENT || next == BACKSLASH || (next | 32) == 105
  }
  return byte >= 0x80 && isSuspicious(byte, at + 1)
}

function isSuspicious(byte: u8, next: usize): bool {
  if (load<u8>(NEEDLESS + byte) & 1) return true
  if (byte != 0xe0 && byte != 0xf0) return false
  let second = load<u8>(next)
  if (second == PERCENT) second = hexByte(next + 1)
  else if (second == BACKSLASH) second = load<u8>(next + 1) == 120 ? hexByte(next + 2) : 0
  return second < (byte == 0xe0 ? 0xa0 : 0x90) || second > 0xbf
}

/** The byte that two hex digits write; 0 when they are none. */
function hexByte(at: usize): u8 {
  const high = load<u8>(HEX + load<u8>(at))
  const low = load<u8>(HEX + load<u8>(at + 1))
  return (high | low) < 16 ? (high << 4) | low : 0
}

// ---- lines of one make, of any shape: what stands between the values of one line that core has read stands in the next too

const STEP: usize = 80

const enum Value {
  Text, // nobody looks at
  Source,
  Time,
  Request,
  Header,
  Listens,
  Number,
  None, // the line ends
}

/** The same as `pass` for a line of the stencil. */
function passStencil(line: usize): usize {
  const byLow = v128.load(STENCIL)
  outcome = Outcome.Passed
  let accused = false
  let stamp: usize = 0
  let timeAt: usize = 0
  let listens: usize = 0
  let listensEnd: usize = 0
  let at = line
  let step = STENCIL + 16
  for (let left = steps; left > 0; left--) {
    const literal = <usize>load<u8>(step, 3)
    if (literal) {
      if (!isSame(at, step + 16, literal)) return 0
      at += literal
    }
    const from = at
    const texts = <u32>load<u8>(step, 4)
    switch (<i32>load<u8>(step)) {
      case Value.Text:
        at = pastText(at, byLow, texts)
        break
      case Value.Source: {
        const end = plainAddress(at, load<u8>(step, 1))
        if (end) at = end
        else {
          at = pastText(at, byLow, 1)
          if (!at || !knownSource(line, from, at)) return 0
        }
        break
      }
      case Value.Time: {
        timeAt = at + <usize>load<u8>(step, 2)
        if (findWithin(at, timeAt + 4, NEWLINE) != timeAt + 4) return 0
        // Behind the seconds a fraction of them says nothing.
        let rest = timeAt + 4
        if (load<u8>(rest) == 46 && isDigit(rest + 1)) {
          rest += 2
          while (isDigit(rest)) rest++
        }
        at = pastText(rest, byLow, 1)
        // The longest that every spelling of a time may be.
        if (!at || at - from > 40) return 0
        stamp = placedStamp(line, from, timeAt, rest, at)
        if (!stamp) return 0
        break
      }
      case Value.Request:
        at = twoSets ? lookAtRequest<u16>(at, byLow, texts) : lookAtRequest<u8>(at, byLow, texts)
        accused = accused || found
        break
      case Value.Header:
        at = lookAtHeaders(at, byLow, texts)
        accused = accused || found
        break
      case Value.Listens:
        at = pastText(at, byLow, 1)
        listens = from
        listensEnd = at
        break
      case Value.Number: {
        if (load<u8>(at) == DASH) at++
        if (!isDigit(at)) return 0
        while (isDigit(at) || load<u8>(at) == 46) at++
        break
      }
      default: {
        if (load<u8>(at) == RETURN) at++
        if (load<u8>(at) != NEWLINE || at - line > 65536 || !stamp) return 0
        const state = load<u32>(stamp, 24)
        if (state == 3 || (accused && state == 1)) return 0
        if (state == 1) {
          if (listens && !isKnownListens(listens, listensEnd)) tellListens(line, at)
          count(stamp, timeAt - 16)
        }
        passed++
        return at + 1
      }
    }
    if (!at || at - from < leastValue) return 0
    step += STEP
  }
  return 0
}

// @ts-ignore: decorator
@inline
function isSame(one: usize, other: usize, length: usize): bool {
  while (length > 16) {
    if (v128.any_true(v128.xor(v128.load(one), v128.load(other)))) return false
    one += 16
    other += 16
    length -= 16
  }
  const same = i8x16.bitmask(i8x16.eq(v128.load(one), v128.load(other)))
  const all = (1 << <i32>length) - 1
  return (same & all) == all
}

/** Copies a text, and up to fifteen bytes behind it. */
// @ts-ignore: decorator
@inline
function copy(to: usize, from: usize, length: usize): void {
  for (let at: usize = 0; at < length; at += 16) v128.store(to + at, v128.load(from + at))
}

/** The end of a text, or of several with one blank between them; 0 when a time in brackets stands in it. */
// @ts-ignore: decorator
@inline
function pastText(start: usize, byLow: v128, texts: u32): usize {
  const nibble = i8x16.splat(15)
  let at = start
  let begun = start
  while (true) {
    const text = v128.load(at)
    let events = i8x16.bitmask(i8x16.eq(text, i8x16.swizzle(byLow, v128.and(text, nibble))))
    while (events) {
      const place = at + <usize>ctz(events)
      const byte = load<u8>(place)
      if (byte == BRACKET) {
        if (isStamp(place)) return 0
      } else {
        if (texts == 1) return place == begun && begun != start ? 0 : place
        if (byte != BLANK || place == begun) return 0
        begun = place + 1
        texts--
      }
      events &= events - 1
    }
    at += 16
  }
}

/** The span of ten minutes of a time: its text up to the last digit of the minutes, and what stands behind the seconds. */
function placedStamp(line: usize, start: usize, minute: usize, rest: usize, end: usize): usize {
  // `7:55`
  const text = load<u32>(minute)
  const unit = (text & 0xff) - 48
  const ten = ((text >> 16) & 0xff) - 48
  const one = (text >> 24) - 48
  if (((text >> 8) & 0xff) != 58 || unit > 9 || ten > 5 || one > 9 || end - rest > 8) return 0
  const length = minute - start
  const first = beginning(start, length)
  const second = length > 8 ? beginning(start + 8, length - 8) : 0
  const third = beginning(rest, end - rest)
  if (lastStamp && isStampOf(lastStamp, first, second, third)) return lastStamp
  const mixed = (first ^ (second << 3) ^ (third << 7)) * 0x9e3779b97f4a7c15
  const slot = STAMPS + (<usize>(mixed >> 56) << 6)
  if (!isStampOf(slot, first, second, third)) {
    const state = askPlacedTime(line, find(end, NEWLINE), slot, start)
    if (!state) return 0
    keepStamp(slot, first, second, third, state)
  }
  lastStamp = slot
  return slot
}

/** Up to eight bytes of a text. */
// @ts-ignore: decorator
@inline
function beginning(start: usize, length: usize): u64 {
  if (length == 0) return 0
  return length < 8 ? load<u64>(start) & (((<u64>1) << (<u64>length << 3)) - 1) : load<u64>(start)
}

// @ts-ignore: decorator
@inline
function isStampOf(slot: usize, first: u64, second: u64, third: u64): bool {
  return (
    load<u64>(slot) == first && load<u64>(slot, 8) == second && load<u64>(slot, 16) == third && load<u32>(slot, 24) != 0
  )
}

/** Whether an address of the server was told; from now on it was. */
function isKnownListens(start: usize, end: usize): bool {
  const length = <u32>(end - start)
  if (length > 56) return false
  const slot = LISTENS + (<usize>(hash(start, end) & 15) << 6)
  if (load<u32>(slot) == length + 1 && memory.compare(slot + 8, start, length) == 0) return true
  store<u32>(slot, length + 1)
  memory.copy(slot + 8, start, length)
  return false
}

// ---- requests that core has read before

const LONGEST_REQUEST: u32 = 512

/** What becomes of a line whose request may accuse: by what core said of the same request, or else core is asked. */
function weigh(line: usize, start: usize, quote: usize, end: usize, kinds: u32, newline: usize): Outcome {
  const to = wholeKey ? end : quote
  const length = <u32>(to - start)
  if (length > LONGEST_REQUEST) {
    ask(line, newline, lines, 0)
    return Outcome.Asked
  }
  const key = ((kinds << 16) | length) + 1
  const group = REQUESTS + (<usize>((hash(start, to) ^ kinds) & 511) << 12)
  let slot = knownRequest(group, key, start, length)
  if (!slot) {
    slot = group + (<usize>(oldest++ & 3) << 10)
    store<u32>(slot, 0)
    const verdict = ask(line, newline, lines, slot)
    if (verdict) {
      store<u32>(slot, key)
      store<u32>(slot, verdict, 4)
      memory.copy(slot + 16, start, length)
    }
    return Outcome.Asked
  }
  if (load<u32>(slot, 4) == 1) return Outcome.Passed
  const isAnswer = load<u32>(slot, 12) != 0 && load<u32>(quote + 1) == 0x30303220 // ` 200`
  if (!source || isAnswer || isPrivate()) {
    ask(line, newline, lines, 0)
    return Outcome.Asked
  }
  deposit(line, newline, slot)
  return Outcome.Deposited
}

let oldest: u32 = 0

/** Where a request is remembered among four; 0 when it is not. */
function knownRequest(group: usize, key: u32, start: usize, length: u32): usize {
  for (let slot = group; slot < group + 4096; slot += 1024) {
    if (load<u32>(slot) == key && isSame(slot + 16, start, length)) return slot
  }
  return 0
}

/**
 * Whether the client is in a private network: such a host is told of by no mark, and a request that has its victim fetch
 * from its sender must be noticed by the line.
 */
function isPrivate(): bool {
  let at = source
  let first: u32 = 0
  for (; load<u8>(at) != 46; at++) first = first * 10 + <u32>load<u8>(at) - 48
  if (first == 0 || first == 10 || first == 127) return true
  if (first != 100 && first != 169 && first != 172 && first != 192) return false
  let second: u32 = 0
  for (at++; load<u8>(at) != 46; at++) second = second * 10 + <u32>load<u8>(at) - 48
  if (first == 100) return second >= 64 && second < 128
  if (first == 169) return second == 254
  return first == 172 ? second >= 16 && second < 32 : second == 168
}

// ---- cells: what one client did in one hour by one verdict

const CELL: usize = 576
const MOST_CELLS: u32 = 8192
const KEPT: u32 = 64
let cells: u32 = 0

export function cellCount(): u32 {
  return cells
}

export function forgetCells(): void {
  cells = 0
  memory.fill(CELL_INDEX, 0, 65536)
}

function deposit(line: usize, newline: usize, slot: usize): void {
  const number = cellOf(load<u32>(slot, 4), load<u32>(timeStamp, 40))
  const cell = CELLS + <usize>number * CELL
  const second = load<u32>(timeStamp, 44) + secondOfSpan(time)
  store<u32>(cell, load<u32>(cell, 24) + 1, 24)
  if (second < load<u32>(cell, 28)) store<u32>(cell, second, 28)
  if (second > load<u32>(cell, 32)) store<u32>(cell, second, 32)
  keepIdentity(cell, identity(slot))
  if (second <= load<u32>(cell, 36)) store<u32>(cell, keep(line, newline, lines, number), 36)
}

function cellOf(verdict: u32, hour: u32): u32 {
  const length = <u64>(sourceEnd - source)
  const low = length < 8 ? load<u64>(source) & 0xffffffffffffff : load<u64>(source)
  const high = length <= 8 ? 0 : load<u64>(source, 8) & ((<u64>1 << ((length - 8) << 3)) - 1)
  const who = (low ^ (high * 0xff51afd7ed558ccd)) * 0x9e3779b97f4a7c15
  const mixed = (who ^ (who >> 31) ^ ((<u64>verdict << 32) | hour)) * 0xc4ceb9fe1a85ec53
  if (cells == MOST_CELLS) takeCells()
  let place = <usize>(mixed >> 50)
  while (true) {
    const known = load<u32>(CELL_INDEX + (place << 2))
    if (!known) break
    const cell = CELLS + <usize>(known - 1) * CELL
    if (
      load<u64>(cell) == low &&
      load<u64>(cell, 8) == high &&
      load<u32>(cell, 16) == verdict &&
      load<u32>(cell, 20) == hour
    )
      return known - 1
    place = (place + 1) & 16383
  }
  const cell = CELLS + <usize>cells * CELL
  store<u64>(cell, low)
  store<u64>(cell, high, 8)
  store<u32>(cell, verdict, 16)
  store<u32>(cell, hour, 20)
  store<u32>(cell, 0, 24)
  store<u32>(cell, u32.MAX_VALUE, 28)
  store<u32>(cell, 0, 32)
  store<u32>(cell, u32.MAX_VALUE, 36)
  store<u32>(cell, 0, 40)
  store<u32>(CELL_INDEX + (place << 2), ++cells)
  return cells - 1
}

/** The identity of the request, as core's identify makes it: instant, client, no port, and what core says stands behind. */
function identity(slot: usize): u64 {
  copy(SCRATCH, timeStamp + 48, 15)
  store<u8>(SCRATCH + 15, load<u8>(time + 16))
  store<u8>(SCRATCH + 16, 58)
  store<u16>(SCRATCH + 17, load<u16>(time + 18))
  store<u16>(SCRATCH + 19, 0x0a5a) // `Z` and a newline
  const length = sourceEnd - source
  copy(SCRATCH + 21, source, length)
  const rest = load<u32>(slot, 8)
  copy(SCRATCH + 21 + length, slot + 528, rest)
  return murmurs(SCRATCH, 21 + <u32>length + rest)
}

/** MurmurHash3 x86 32 with core's two seeds, the first in the upper half. */
function murmurs(start: usize, length: u32): u64 {
  let one: u32 = 0
  let other: u32 = 0x9747b28c
  const end = start + (length & ~3)
  let at = start
  while (at < end) {
    const block = scramble(load<u32>(at))
    one = rotl<u32>(one ^ block, 13) * 5 + 0xe6546b64
    other = rotl<u32>(other ^ block, 13) * 5 + 0xe6546b64
    at += 4
  }
  const left = length & 3
  const tail = left ? scramble(load<u32>(at) & ((<u32>1 << (left << 3)) - 1)) : 0
  return (<u64>finished(one ^ tail ^ length) << 32) | finished(other ^ tail ^ length)
}

// @ts-ignore: decorator
@inline
function scramble(block: u32): u32 {
  return rotl<u32>(block * 0xcc9e2d51, 15) * 0x1b873593
}

// @ts-ignore: decorator
@inline
function finished(hash: u32): u32 {
  let mixed = (hash ^ (hash >> 16)) * 0x85ebca6b
  mixed = (mixed ^ (mixed >> 13)) * 0xc2b2ae35
  return mixed ^ (mixed >> 16)
}

/** Keeps the smallest identities of a cell, ascending, each once. */
function keepIdentity(cell: usize, identity: u64): void {
  const count = load<u32>(cell, 40)
  const first = cell + 48
  let place: u32 = count
  while (place > 0 && load<u64>(first + (<usize>(place - 1) << 3)) > identity) place--
  if (place == KEPT) return
  if (place > 0 && load<u64>(first + (<usize>(place - 1) << 3)) == identity) return
  const kept = count < KEPT ? count : KEPT - 1
  const at = first + (<usize>place << 3)
  memory.copy(at + 8, at, <usize>(kept - place) << 3)
  store<u64>(at, identity)
  store<u32>(cell, kept + 1, 40)
}

function hash(start: usize, end: usize): u32 {
  let mixed: u64 = <u64>(end - start)
  let at = start
  while (at + 8 <= end) {
    mixed = (mixed ^ load<u64>(at)) * 0x9e3779b97f4a7c15
    mixed ^= mixed >> 29
    at += 8
  }
  if (at < end) {
    const rest = load<u64>(at) & (((<u64>1) << (<u64>(end - at) << 3)) - 1)
    mixed = (mixed ^ rest) * 0x9e3779b97f4a7c15
  }
  return <u32>(mixed >> 40)
}

/** The next place of a byte before an end, or that end. */
function findWithin(start: usize, end: usize, byte: u8): usize {
  const wanted = i8x16.splat(byte)
  for (let at = start; at < end; at += 16) {
    const places = i8x16.bitmask(i8x16.eq(v128.load(at), wanted))
    if (places) return min(at + <usize>ctz(places), end)
  }
  return end
}

/** The next place of a byte that is known to follow. */
function find(start: usize, byte: u8): usize {
  const wanted = i8x16.splat(byte)
  let at = start
  while (true) {
    const places = i8x16.bitmask(i8x16.eq(v128.load(at), wanted))
    if (places) return at + <usize>ctz(places)
    at += 16
  }
}
