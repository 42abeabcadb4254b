import { join } from 'node:path'

/** The registries whose dumps are known. */
export const dumpRegistries = ['ripe', 'apnic', 'afrinic'] as const

export type DumpRegistry = (typeof dumpRegistries)[number]

/** Where the data that was made ready lies in its folder. */
export const bulkFiles = {
  networks: (folder: string, registry: DumpRegistry) => join(folder, `${registry}.networks`),
  delegations: (folder: string) => join(folder, 'delegations'),
  asns: (folder: string) => join(folder, 'asns'),
  countries: (folder: string) => join(folder, 'countries'),
  /** What an interrupted load has done already. */
  parts: (folder: string) => join(folder, 'parts'),
}
