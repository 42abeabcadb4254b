import type { Width } from './key.ts'

/** Makes something when it is first asked for, and keeps it. */
export function once<Made extends object>(make: () => Made): () => Made {
  let made: Made | undefined
  return () => (made ??= make())
}

/** The same, for IPv4 and IPv6 apart. */
export function oncePerWidth<Made extends object>(
  make: (width: Width) => Made,
): (width: Width) => Made {
  const [narrow, wide] = [once(() => make(1)), once(() => make(4))]
  return width => (width === 1 ? narrow() : wide())
}
