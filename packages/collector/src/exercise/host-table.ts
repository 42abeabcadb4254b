import type { StatedHost } from '../believing/stated-host.ts'

/** The machines as a short table, which holds no times: every exercise says the same. */
export function hostTable(hosts: Iterable<StatedHost>): readonly string[] {
  const rows = [...hosts].map(({ source, family, grade, state, requests, submitters }) => [
    source,
    family,
    grade,
    state,
    String(requests.count),
    String(submitters),
  ])
  return [names, ...rows].map(cells =>
    cells
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('')
      .trimEnd(),
  )
}

const names = ['SOURCE', 'FAMILY', 'GRADE', 'STATE', 'REQUESTS', 'TOLD BY'] as const
const widths = [16, 12, 11, 12, 10, 7] as const
