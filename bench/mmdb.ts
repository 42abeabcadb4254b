/** A range of IPv4 addresses with the number and the name of whoever announces it. */
export type MmdbRow = {
  readonly start: number
  readonly end: number
  readonly asn: number
  readonly name: string
}

/** Writes ranges of IPv4 addresses as a MaxMind database of announcers, so that its reader looks up the same table. */
export function writeMmdb(rows: readonly MmdbRow[]): Buffer {
  const data: Buffer[] = []
  const places = new Map<string, number>()
  let length = 0
  const placeOf = ({ asn, name }: MmdbRow): number => {
    const key = `${asn} ${name}`
    const known = places.get(key)
    if (known !== undefined) return known
    const entry = map({ autonomous_system_number: asn, autonomous_system_organization: name })
    places.set(key, length)
    data.push(entry)
    length += entry.length
    return length - entry.length
  }
  const tree = newTree()
  for (const row of rows) {
    const place = placeOf(row)
    for (let at = row.start; at <= row.end;) {
      const bits = widest(at, row.end)
      tree.add(at, bits, place)
      at += 2 ** (32 - bits)
    }
  }
  const metadata = map({
    node_count: tree.size(),
    record_size: 24,
    ip_version: 4,
    database_type: 'ASN',
    binary_format_major_version: 2,
    binary_format_minor_version: 0,
    build_epoch: 0,
    languages: [],
    description: {},
  })
  return Buffer.concat([
    tree.write(),
    Buffer.alloc(16),
    ...data,
    Buffer.from('\xab\xcd\xefMaxMind.com', 'latin1'),
    metadata,
  ])
}

/** A tree of bits: a positive number is another node, -1 nothing, and below that a place in the data. */
function newTree() {
  let left = new Int32Array(1024).fill(-1)
  let right = new Int32Array(1024).fill(-1)
  let size = 1
  const grow = (side: Int32Array<ArrayBuffer>) => {
    const wider = new Int32Array(side.length * 2).fill(-1)
    wider.set(side)
    return wider
  }
  return {
    size: () => size,
    add(address: number, bits: number, place: number) {
      let node = 0
      for (let bit = 0; bit < bits; bit++) {
        const side = (address >>> (31 - bit)) & 1 ? right : left
        if (bit === bits - 1) side[node] = -2 - place
        else if ((side[node] ?? -1) < 0) {
          side[node] = size++
          if (size === left.length) [left, right] = [grow(left), grow(right)]
        }
        node = (bit === bits - 1 ? node : ((address >>> (31 - bit)) & 1 ? right : left)[node]) ?? 0
      }
    },
    write() {
      const bytes = Buffer.alloc(size * 6)
      const record = (value: number) =>
        value === -1 ? size : value < 0 ? size + 16 - 2 - value : value
      for (let node = 0; node < size; node++) {
        bytes.writeUIntBE(record(left[node] ?? -1), node * 6, 3)
        bytes.writeUIntBE(record(right[node] ?? -1), node * 6 + 3, 3)
      }
      return bytes
    },
  }
}

/** The shortest prefix that starts here and does not reach behind the end. */
function widest(at: number, end: number): number {
  let bits = 32
  while (bits > 0) {
    const size = 2 ** (33 - bits)
    if (at % size !== 0 || at + size - 1 > end) return bits
    bits--
  }
  return bits
}

type Value = number | string | readonly Value[] | { readonly [name: string]: Value }

function map(value: { readonly [name: string]: Value }): Buffer {
  const entries = Object.entries(value).flatMap(([name, one]) => [encode(name), encode(one)])
  return Buffer.concat([control(7, entries.length / 2), ...entries])
}

function encode(value: Value): Buffer {
  if (typeof value === 'string') {
    const bytes = Buffer.from(value, 'utf8')
    return Buffer.concat([control(2, bytes.length), bytes])
  }
  if (typeof value === 'number') {
    const bytes = Buffer.alloc(4)
    bytes.writeUInt32BE(value)
    return Buffer.concat([control(6, 4), bytes])
  }
  if (Array.isArray(value)) return Buffer.concat([control(11, value.length), ...value.map(encode)])
  return map(value as { readonly [name: string]: Value })
}

/** The byte that tells the kind and the size of what follows. */
function control(kind: number, size: number): Buffer {
  const head = kind < 8 ? kind << 5 : 0
  const more = kind < 8 ? [] : [kind - 7]
  if (size < 29) return Buffer.from([head | size, ...more])
  if (size < 285) return Buffer.from([head | 29, ...more, size - 29])
  return Buffer.from([head | 30, ...more, (size - 285) >> 8, (size - 285) & 0xff])
}
