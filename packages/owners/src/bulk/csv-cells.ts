/** The cells of a line of CSV: plain, or in quotes with `""` for one quote. */
export function csvCells(line: string): string[] {
  const cells: string[] = []
  let at = 0
  while (at <= line.length) {
    if (line[at] !== '"') {
      const comma = line.indexOf(',', at)
      const end = comma === -1 ? line.length : comma
      cells.push(line.slice(at, end).trim())
      at = end + 1
      continue
    }
    let close = line.indexOf('"', at + 1)
    while (close !== -1 && line[close + 1] === '"') close = line.indexOf('"', close + 2)
    const end = close === -1 ? line.length : close
    cells.push(line.slice(at + 1, end).replaceAll('""', '"'))
    const comma = line.indexOf(',', end)
    if (comma === -1) break
    at = comma + 1
  }
  return cells
}
