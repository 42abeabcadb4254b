import { gzipSync, zstdCompressSync, deflateRawSync, crc32 } from 'node:zlib'
import { fromByteText } from '@redalert/core'

/** What mail programs do to the lines of a log: each makes a whole message of them. Lines hold one character per byte. */
export const manglings: Readonly<Record<string, (lines: readonly string[]) => Buffer>> = {
  plain: lines => plain(lines.join('\r\n')),
  'line feeds alone': lines =>
    Buffer.from(plain(lines.join('\n')).toString('latin1').replaceAll('\r\n', '\n'), 'latin1'),
  'quoted-printable': lines =>
    mail(
      'Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable',
      quotedPrintable(lines.join('\r\n')),
    ),
  base64: lines =>
    mail(
      'Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64',
      base64(lines.join('\r\n')),
    ),
  'base64 with carriage returns alone': lines =>
    mail('Content-Type: text/plain\r\nContent-Transfer-Encoding: base64', base64(lines.join('\r'))),
  'byte order mark': lines =>
    mail(
      'Content-Type: text/plain\r\nContent-Transfer-Encoding: base64',
      base64(`\xef\xbb\xbf${lines.join('\r\n')}`),
    ),
  'UTF-16': lines =>
    mail(
      'Content-Type: text/plain; charset=utf-16\r\nContent-Transfer-Encoding: base64',
      Buffer.from(`\ufeff${letters(lines.join('\r\n'))}`, 'utf16le')
        .toString('base64')
        .replace(/.{76}/g, '$&\r\n'),
    ),
  'format=flowed': lines =>
    mail(
      'Content-Type: text/plain; format=flowed',
      lines.flatMap(line => flow(line, false)).join('\r\n'),
    ),
  'format=flowed, delsp': lines =>
    mail(
      'Content-Type: text/plain; format=flowed; delsp=yes',
      lines.flatMap(line => flow(line, true)).join('\r\n'),
    ),
  'flowed and quoted': lines =>
    mail(
      'Content-Type: text/plain; format=flowed',
      [
        'Somebody wrote:',
        ...lines.flatMap(line => flow(line, false)).map(line => `> ${line.replace(/^ /, '')}`),
      ].join('\r\n'),
    ),
  'folded at 76': lines => plain(lines.flatMap(line => fold(line, 76)).join('\r\n')),
  'folded at 72': lines => plain(lines.flatMap(line => fold(line, 72)).join('\r\n')),
  'folded at 80': lines => plain(lines.flatMap(line => fold(line, 80)).join('\r\n')),
  'wrapped at blanks, 72': lines => plain(lines.flatMap(line => wrap(line, 72)).join('\r\n')),
  'wrapped at blanks, 79': lines => plain(lines.flatMap(line => wrap(line, 79)).join('\r\n')),
  'wrapped at blanks or folded, 76': lines =>
    plain(lines.flatMap(line => wrap(line, 76).flatMap(piece => fold(piece, 76))).join('\r\n')),
  'wrapped, the blank kept': lines =>
    plain(lines.flatMap(line => wrap(line, 76, ' ')).join('\r\n')),
  quoted: lines =>
    plain(['On Thursday somebody wrote:', ...lines.map(line => `> ${line}`)].join('\r\n')),
  'quoted twice, and wrapped': lines =>
    plain(
      lines
        .flatMap(line => wrap(line, 70))
        .map(line => `>> ${line}`)
        .join('\r\n'),
    ),
  'HTML, preformatted': lines =>
    mail(
      'Content-Type: text/html; charset=utf-8',
      `<html><head><style>p { color: red }</style></head><body><p>Hello</p><pre>${lines.map(html).join('\r\n')}</pre></body></html>`,
    ),
  'HTML, a line each': lines =>
    mail(
      'Content-Type: text/html; charset=utf-8',
      `<html><body>${lines.map(line => `<div>${html(line).replaceAll('  ', '&nbsp; ')}</div>`).join('\r\n')}</body></html>`,
    ),
  'HTML with breaks, wrapped': lines =>
    mail(
      'Content-Type: text/html; charset=utf-8',
      `<html><body>${wrap(lines.map(line => html(line).replaceAll('  ', ' &nbsp;')).join('<br>'), 76).join('\r\n')}</body></html>`,
    ),
  'HTML and plain text': lines =>
    mail(
      'Content-Type: multipart/alternative; boundary=b',
      `--b\r\nContent-Type: text/plain\r\n\r\n${lines.join('\r\n')}\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>${lines.map(html).join('<br>')}</p>\r\n--b--\r\n`,
    ),
  'links made': lines =>
    plain(lines.map(line => line.replace(/https?:\/\/[^\s"'<>;|]+/g, '$& <$&>')).join('\r\n')),
  'links made, without a blank': lines =>
    plain(lines.map(line => line.replace(/https?:\/\/[^\s"'<>;|]+/g, '$&<$&>')).join('\r\n')),
  'smart quotes': lines =>
    mail(
      'Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit',
      lines.map(smart).join('\r\n'),
    ),
  'smart quotes, windows-1252': lines =>
    mail(
      'Content-Type: text/plain; charset=windows-1252\r\nContent-Transfer-Encoding: 8bit',
      lines
        .map(line =>
          smart(line).replaceAll('\xe2\x80\x9c', '\x93').replaceAll('\xe2\x80\x9d', '\x94'),
        )
        .join('\r\n'),
    ),
  'blanks that do not break': lines =>
    mail(
      'Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit',
      lines.map(line => line.replaceAll(' ', '\xc2\xa0')).join('\r\n'),
    ),
  'a signature below': lines =>
    plain([...lines, '-- ', 'Somebody', 'http://www.example.org/'].join('\r\n')),
  'words around': lines =>
    plain(
      ['Dear friends,', '', 'here is what I found:', '', ...lines, '', 'Regards', 'Somebody'].join(
        '\r\n',
      ),
    ),
  'PGP armour': lines =>
    plain(
      [
        '-----BEGIN PGP SIGNED MESSAGE-----',
        'Hash: SHA256',
        '',
        ...lines.map(line => (line.startsWith('-') ? `- ${line}` : line)),
        '-----BEGIN PGP SIGNATURE-----',
        '',
        'iQEzBAEBCAAdFiEE',
        '=abcd',
        '-----END PGP SIGNATURE-----',
      ].join('\r\n'),
    ),
  'attached, packed with gzip': lines => attached(gzipSync(bytes(lines)), 'access.log.gz'),
  'attached, packed with zstd': lines => attached(zstdCompressSync(bytes(lines)), 'access.log.zst'),
  'attached, zipped': lines => attached(zip(bytes(lines), 8), 'logs.zip'),
  'attached, stored in a zip file': lines => attached(zip(bytes(lines), 0), 'logs.zip'),
  'attached as it is': lines => attached(bytes(lines), 'access.log'),
}

/** A message with a header and a body. */
export function mail(head: string, body: string, subject = 'APACHE'): Buffer {
  return Buffer.from(
    `From: Somebody <owner@example.org>\r\nTo: redalert@example.org\r\nSubject: ${subject}\r\nMIME-Version: 1.0\r\n${head}\r\n\r\n${body}\r\n`,
    'latin1',
  )
}

function plain(body: string): Buffer {
  return mail('Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit', body)
}

function attached(file: Buffer, name: string): Buffer {
  const body = `--b\r\nContent-Type: text/plain\r\n\r\nsee the attached file\r\n--b\r\nContent-Type: application/octet-stream; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64(file.toString('latin1'))}\r\n--b--\r\n`
  return mail('Content-Type: multipart/mixed; boundary=b', body)
}

function bytes(lines: readonly string[]): Buffer {
  return Buffer.from(`${lines.join('\n')}\n`, 'latin1')
}

function letters(text: string): string {
  return fromByteText(text) ?? text
}

function base64(text: string): string {
  return Buffer.from(text, 'latin1').toString('base64').replace(/.{76}/g, '$&\r\n')
}

function quotedPrintable(text: string): string {
  const encode = (letter: string) =>
    `=${letter.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
  return text
    .split('\r\n')
    .map(line => {
      const encoded = line.replace(/[^\x20-\x3c\x3e-\x7e]/g, encode).replace(/ $/, '=20')
      const pieces = encoded.match(/(?:=[0-9A-F]{2}|[^=]){1,24}/g) ?? ['']
      return pieces.join('=\r\n')
    })
    .join('\r\n')
}

/** Breaks in the middle of words, as `fold` does. */
function fold(line: string, width: number): readonly string[] {
  return line.match(new RegExp(`.{1,${width}}`, 'gs')) ?? ['']
}

/** Breaks at blanks; a word that is too long stays. */
function wrap(line: string, width: number, kept = ''): readonly string[] {
  const pieces: string[] = []
  let piece = ''
  for (const word of line.split(' ')) {
    if (piece !== '' && piece.length + 1 + word.length > width) {
      pieces.push(piece + kept)
      piece = word
    } else
      piece =
        piece === '' && pieces.length === 0 && word === ''
          ? ' '
          : piece === ''
            ? word
            : `${piece} ${word}`
  }
  return [...pieces, piece]
}

/** As RFC 3676 §4.2 breaks, at blanks; a word that is too long is broken where deleting the blank is allowed. */
function flow(line: string, delSp: boolean): readonly string[] {
  const pieces: string[] = []
  let rest = line.trimEnd()
  while (rest.length > 76) {
    const blank = rest.lastIndexOf(' ', 72)
    if (delSp) {
      const at = blank > 20 ? blank + 1 : 72
      pieces.push(`${rest.slice(0, at)} `)
      rest = rest.slice(at)
    } else {
      const at = blank > 20 ? blank : rest.indexOf(' ', 72)
      if (at === -1) break
      pieces.push(rest.slice(0, at + 1))
      rest = rest.slice(at + 1)
    }
  }
  return [...pieces, rest].map(piece => (/^[ >]|^From /.test(piece) ? ` ${piece}` : piece))
}

function html(line: string): string {
  return line
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

function smart(line: string): string {
  return line
    .split('"')
    .reduce(
      (text, part, index) => text + (index % 2 === 1 ? '\xe2\x80\x9c' : '\xe2\x80\x9d') + part,
    )
}

/** A zip archive of one file. */
export function zip(file: Buffer, method: 0 | 8): Buffer {
  const packed = method === 0 ? file : deflateRawSync(file)
  const name = Buffer.from('access.log')
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(20, 0)
  fields.writeUInt16LE(method, 4)
  fields.writeUInt32LE(crc32(file), 10)
  fields.writeUInt32LE(packed.length, 14)
  fields.writeUInt32LE(file.length, 18)
  fields.writeUInt16LE(name.length, 22)
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, name, packed])
  const entry = Buffer.concat([
    Buffer.from('PK\x01\x02'),
    Buffer.from([20, 0]),
    fields,
    Buffer.alloc(14),
    name,
  ])
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06')
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(entry.length, 12)
  end.writeUInt32LE(local.length, 16)
  return Buffer.concat([local, entry, end])
}
