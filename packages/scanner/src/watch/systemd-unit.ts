export type UnitParts = {
  /** Before the flag of the key, if there is one. */
  readonly command: readonly string[]
  readonly folder: string
  /** The file of the key, which systemd hands over since the unit's own user could not read it. */
  readonly keyFile: string | undefined
  /** Mail systems take mail by programs that run as somebody else, which a locked-up unit could not start. */
  readonly isByMail: boolean
}

/** A unit for systemd that watches: it starts with the machine, and again when it fails. */
export function systemdUnit({ command, folder, keyFile, isByMail }: UnitParts): string {
  const words = command.map(quoted)
  const lines = [
    '[Unit]',
    'Description=redalert watches the logs of the web server',
    'Wants=network-online.target',
    'After=network-online.target',
    '',
    '[Service]',
    `ExecStart=${words.join(' ')}`,
    ...(keyFile === undefined ? [] : [`LoadCredential=key:${specifiersEscaped(keyFile)}`]),
    `WorkingDirectory=${specifiersEscaped(folder)}`,
    'Environment=XDG_STATE_HOME=%S',
    'StateDirectory=redalert',
    ...(isByMail ? ['User=redalert'] : ['DynamicUser=yes']),
    '# The group that may read logs: adm on Debian and Ubuntu.',
    'SupplementaryGroups=adm',
    'Restart=on-failure',
    'RestartSec=60',
    'Nice=10',
    'MemoryMax=500M',
    'PrivateTmp=yes',
    ...(isByMail ? ['ProtectSystem=full'] : locked),
    '',
    '[Install]',
    'WantedBy=multi-user.target',
  ]
  return `${lines.join('\n')}\n`
}

const locked = [
  'NoNewPrivileges=yes',
  'ProtectSystem=strict',
  'ProtectHome=read-only',
  'PrivateDevices=yes',
  'RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX',
  'CapabilityBoundingSet=',
]

/** Where systemd puts the key for the unit alone. */
export const credentialKey = '%d/key'

/** A word of a command as systemd reads it. */
function quoted(word: string): string {
  if (word === credentialKey) return word
  const escaped = specifiersEscaped(word).replaceAll('$', '$$$$')
  if (/^[\w@:,./=+%$-]+$/.test(escaped)) return escaped
  return `"${escaped.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
}

function specifiersEscaped(text: string): string {
  return text.replaceAll('%', '%%')
}
