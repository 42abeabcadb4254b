/** What may have been done to a log on its way, and is undone. */
export const repairKinds = {
  gzip: 'it was packed with gzip',
  zstd: 'it was packed with zstd',
  zip: 'it was packed in a zip file',
  attachment: 'it was attached, and not in the text',
  'quoted-printable': 'it was written in quoted-printable',
  base64: 'it was written in base64',
  'html-only': 'it was HTML without a plain text beside it',
  charset: 'it was written in another character set than UTF-8',
  'utf-16': 'it was written in UTF-16',
  bom: 'it began with a byte order mark',
  'cr-only': 'its lines ended with a carriage return alone',
  pgp: 'it stood in PGP armour',
  quotes: 'its lines began with the sign of a quotation',
  flowed: 'its lines were broken as format=flowed does',
  wrapped: 'its lines were broken to fit a width',
  typography: 'its quotes, blanks and dashes were set as in print',
  links: 'its addresses were made links, and stood there twice',
  signature: 'a signature stood below it',
} as const

export type RepairKind = keyof typeof repairKinds
