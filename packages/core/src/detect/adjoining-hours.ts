import type { Cell } from '../model/cell.ts'
import { nextHour } from '../model/instant.ts'

/** The cells of each hour together with those of the next; hours of different clocks never adjoin. */
export function adjoiningHours(cells: readonly Cell[]): readonly (readonly Cell[])[] {
  const byHour = new Map<string, Cell[]>()
  for (const cell of cells) {
    const key = `${cell.clock} ${cell.hour}`
    const known = byHour.get(key)
    if (known) known.push(cell)
    else byHour.set(key, [cell])
  }
  return [...byHour.values()].map(together => {
    const [{ clock, hour }] = together as [Cell]
    return [...together, ...(byHour.get(`${clock} ${nextHour(hour)}`) ?? [])]
  })
}
