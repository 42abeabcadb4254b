/** A bar of so many cells, filled to a share. */
export function bar(share: number, cells: number): string {
  const filled = Math.round(Math.min(1, Math.max(0, share)) * cells)
  return `${'#'.repeat(filled)}${'.'.repeat(cells - filled)}`
}
