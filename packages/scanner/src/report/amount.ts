import type { TerminalText } from './terminal.ts'

const sizes = ['B', 'kB', 'MB', 'GB', 'TB']

/** Made when it is needed: it takes a fifth of the time in which help is shown. */
let grouping: Intl.NumberFormat | undefined

/** A number as people read it: `12,345`. */
export function grouped(count: number): TerminalText {
  grouping ??= new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 })
  return grouping.format(count) as TerminalText
}

/** So many of something: `1 line`, `12,345 lines`. */
export function amount(count: number, one: string, many = `${one}s`): TerminalText {
  return `${grouped(count)} ${count === 1 ? one : many}` as TerminalText
}

/** Bytes as people read them: `1.2 MB`. */
export function size(bytes: number): TerminalText {
  let [value, unit] = [bytes, 0]
  while (value >= 999.5 && unit < sizes.length - 1) [value, unit] = [value / 1000, unit + 1]
  return `${value.toFixed(unit > 0 && value < 9.95 ? 1 : 0)} ${sizes[unit]}` as TerminalText
}

/** Seconds as people read them: `0.4 s`, `3 min 20 s`, `2 h 5 min`. */
export function duration(seconds: number): TerminalText {
  if (seconds < 9.95) return `${seconds.toFixed(seconds < 0.095 ? 2 : 1)} s` as TerminalText
  const whole = Math.round(seconds)
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60)]
  if (hours > 0) return `${grouped(hours)} h ${minutes} min` as TerminalText
  return (minutes > 0 ? `${minutes} min ${whole % 60} s` : `${whole} s`) as TerminalText
}
