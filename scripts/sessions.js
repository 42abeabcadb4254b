// @ts-check
// The console sessions in README.md and GUIDE.md: what they show is what the program does.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { root } from './root.js'
import { sourceCondition, sourceNode } from './source-node.js'

/**
 * A command that a document shows, with what it shows below it.
 * @typedef {{ readonly prompt: string, readonly command: string, readonly output: string }} Step
 */

const block = /^```console\n([^]*?)^```$/gm
const prompt = /^(?:\$|PS [A-Z]:[^>\n]*>) /

/**
 * The document with what its commands really say; where that differs from what it shows only in how long something
 * took, it stays as it is.
 * @param {string} document
 * @param {() => string} place where the reader is taken to be, for each session anew
 */
export function played(document, place) {
  return document.replace(block, (shown, body) => {
    const steps = stepsOf(body)
    const outputs = play(steps, place())
    const real = steps
      .map((step, index) => `${step.prompt}${step.command}\n${outputs[index] ?? ''}`)
      .join('')
    return withoutTimes(real) === withoutTimes(body) ? shown : `\`\`\`console\n${real}\`\`\``
  })
}

/** What differs from run to run does not count. @param {string} text */
export function withoutTimes(text) {
  return text
    .replaceAll(/^(.*Read \d[\d.]* \w+) in [^<\n]*/gm, '$1 in no time')
    .replaceAll(/ textLength="[\d.]+"(?=[^>]*>Read )/g, '')
    .replaceAll(/"seconds":[\d.]+/g, '"seconds":0')
    .replaceAll(/^EXERCISE .*$/gm, line => line.replaceAll(/\d{4}-\d\d-\d\dT[\d:]+Z/g, 'TIME'))
}

/** @param {string} body @returns {readonly Step[]} */
function stepsOf(body) {
  /** @type {{ prompt: string, command: string, output: string }[]} */
  const steps = []
  for (const line of body.split('\n').slice(0, -1)) {
    const [found] = prompt.exec(line) ?? []
    const last = steps.at(-1)
    if (found !== undefined)
      steps.push({ prompt: found, command: line.slice(found.length), output: '' })
    else if (last) last.output += `${line}\n`
  }
  return steps
}

/** What the commands say, run one after the other in one shell. @param {readonly Step[]} steps @param {string} folder */
function play(steps, folder) {
  const launcher = join(root, 'packages', 'scanner', 'bin', 'redalert.js')
  const script = [
    `redalert() { '${sourceNode()}' '${sourceCondition}' '${launcher}' "$@"; }`,
    ...steps.map(step => `${spoken(step, folder)}\n{ status=$?; printf '\\0'; (exit $status); }`),
  ].join('\n')
  const { stdout, error } = spawnSync('bash', ['-c', `exec 2>&1\n${script}`], {
    cwd: folder,
    encoding: 'utf8',
    input: '',
    env: { ...process.env, NODE_OPTIONS: '', NO_COLOR: '1', LC_ALL: 'C.UTF-8' },
  })
  if (error) throw error
  return stdout.split('\0').map((text, index) => heard(text, steps[index]))
}

/** A command as this machine's shell takes it. @param {Step} step @param {string} folder */
function spoken({ prompt: at, command }, folder) {
  const here = command.replace(/^cd (?:\/|[A-Z]:\\)/, `cd ${folder}/`)
  return at.startsWith('PS ') ? here.replaceAll('\\', '/') : here
}

/** What it said, as the reader's machine would: npm's own two lines left out. @param {string} text @param {Step | undefined} step */
function heard(text, step) {
  const said = text.replace(/^\n> .*\n> .*\n\n/, '')
  return step?.prompt.startsWith('PS ')
    ? said.replaceAll(/(?<=[\w…])\/(?=[\w]+[\w./-]*\.\w+)/g, '\\')
    : said
}
