import { startsWith } from './starts-with.ts'

/** A way of packing that we know and do not undo. */
export type Packing = {
  readonly what: string
  /** The command that undoes it; the file's name follows. */
  readonly unpack: string
  readonly fits: (head: Uint8Array) => boolean
}

/** The ways of packing logs that we name, so that a person knows which command makes them readable. */
export const packings: readonly Packing[] = [
  { what: 'packed with bzip2', unpack: 'bzip2 -dk', fits: isBzip2 },
  { what: 'packed with xz', unpack: 'xz -dk', fits: starting(0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00) },
  { what: 'packed with lzip', unpack: 'lzip -dk', fits: starting(0x4c, 0x5a, 0x49, 0x50, 0x01) },
  { what: 'packed with lz4', unpack: 'lz4 -d', fits: starting(0x04, 0x22, 0x4d, 0x18) },
  { what: 'packed with compress', unpack: 'uncompress', fits: starting(0x1f, 0x9d) },
  { what: 'a zip archive', unpack: 'unzip', fits: starting(0x50, 0x4b, 0x03, 0x04) },
  { what: 'an empty zip archive', unpack: 'unzip', fits: starting(0x50, 0x4b, 0x05, 0x06) },
  { what: 'a 7-Zip archive', unpack: '7z x', fits: starting(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c) },
  { what: 'a RAR archive', unpack: 'unrar x', fits: starting(0x52, 0x61, 0x72, 0x21, 0x1a, 0x07) },
  {
    what: 'a cabinet archive',
    unpack: 'expand -F:*',
    fits: starting(0x4d, 0x53, 0x43, 0x46, 0x00),
  },
  {
    what: 'a tar archive',
    unpack: 'tar -xf',
    fits: head => startsWith(head, [0x75, 0x73, 0x74, 0x61, 0x72], 257),
  },
]

function starting(...start: readonly number[]): (head: Uint8Array) => boolean {
  return head => startsWith(head, start)
}

/** Its first ten bytes are letters and digits, which a host name in front of a log line may be too: what follows is not. */
function isBzip2(head: Uint8Array): boolean {
  return startsWith(head, [0x42, 0x5a, 0x68]) && head.subarray(4, 64).some(byte => byte < 0x09)
}
