/** How much memory all messages together may take that are on their way in. */
export type MessageMemory = {
  /** Takes so many bytes more; false when they are not there to be taken. */
  readonly take: (bytes: number) => boolean
  readonly give: (bytes: number) => void
}

/** Counts what messages hold, whatever connection brings them. */
export function messageMemory(mostBytes: number): MessageMemory {
  let taken = 0
  return {
    take(bytes) {
      if (taken + bytes > mostBytes) return false
      taken += bytes
      return true
    },
    give(bytes) {
      taken -= bytes
    },
  }
}
