import { promisify } from 'node:util'
import zlib from 'node:zlib'
import { unzip } from './unzip.ts'

const gunzip = promisify(zlib.gunzip)
const unzstd = promisify(zlib.zstdDecompress)

/** What packed bytes held. A zip file may hold several files. */
export type Unpacked =
  | { readonly kind: 'plain' | 'gzip' | 'zstd' | 'zip'; readonly files: readonly Uint8Array[] }
  /** It would take more than there may be. */
  | { readonly kind: 'too-large' }
  | { readonly kind: 'broken'; readonly packing: 'gzip' | 'zstd' | 'zip' }

/** Unpacks what its first bytes say is packed; never more than so many bytes, and nothing that was packed twice. */
export async function unpack(bytes: Uint8Array, mostBytes: number): Promise<Unpacked> {
  const packing = packingOf(bytes)
  if (!packing) return { kind: 'plain', files: [bytes] }
  try {
    if (packing === 'zip') {
      const files = await unzip(bytes, mostBytes)
      return files === 'too-large' ? { kind: 'too-large' } : { kind: 'zip', files }
    }
    const engine = packing === 'gzip' ? gunzip : unzstd
    return { kind: packing, files: [await engine(bytes, { maxOutputLength: mostBytes })] }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    return code === 'ERR_BUFFER_TOO_LARGE' || code === 'ZSTD_error_frameParameter_windowTooLarge'
      ? { kind: 'too-large' }
      : { kind: 'broken', packing }
  }
}

function packingOf(bytes: Uint8Array): 'gzip' | 'zstd' | 'zip' | undefined {
  if (startsWith(bytes, [0x1f, 0x8b, 0x08])) return 'gzip'
  if (startsWith(bytes, [0x28, 0xb5, 0x2f, 0xfd])) return 'zstd'
  return startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) ? 'zip' : undefined
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte)
}
