import type { Content } from './content.ts'
import { fault, type ReadFault, type ReadRemark, remark } from './fault.ts'
import type { FoundLog } from './found.ts'

/** Why content is not read. A folder holds all sorts of files: there a binary one is only remarked upon. */
export function refusal(
  content: Exclude<Content, { readonly kind: 'text' }>,
  { name, named }: Pick<FoundLog, 'name' | 'named'>,
): ReadFault | ReadRemark {
  switch (content.kind) {
    case 'gzip':
      return fault('packed', name, `${name} is packed twice: unpack it once, with gzip -d`)
    case 'zstd':
      return fault('packed', name, `${name} is packed twice: unpack it once`)
    case 'packed':
      return fault(
        'packed',
        name,
        `${name} is ${content.what}: unpack it first, with ${content.unpack}`,
      )
    case 'binary':
      return (named ? fault : remark)('not-a-log', name, `${name} is ${content.what}, not a log`)
  }
}
