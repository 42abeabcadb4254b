import 'node:test'

/** What Code Red asks for. */
export const codeRedTarget = `/default.ida?${'N'.repeat(224)}%u9090%u6858%ucbd3%u7801%u9090%u6858%ucbd3%u7801%u9090%u6858%ucbd3%u7801%u9090%u9090%u8190%u00c3%u0003%u8b00%u531b%u53ff%u0078%u0000%u00=a`

type LineOptions = { readonly time?: string; readonly status?: number; readonly tail?: string }

/** A line of the combined format, with its end. */
export function line(
  source: string,
  request: string,
  { time = '19/Jul/2001:16:08:55 +0200', status = 404, tail = '"-" "-"' }: LineOptions = {},
): string {
  return `${source} - - [${time}] "${request}" ${status} 283 ${tail}\n`
}

/** Code Red at the door. */
export function codeRed(source: string, options: LineOptions = {}): string {
  return line(source, `GET ${codeRedTarget} HTTP/1.0`, options)
}

/** Somebody who wants to read a page. */
export const visitor = line('203.0.113.9', 'GET /index.html HTTP/1.1', { status: 200 })

/** One back door tried, and answered as if it were open. */
export const backDoor = line('203.0.113.5', 'GET /scripts/root.exe?/c+dir HTTP/1.0', {
  status: 200,
})
