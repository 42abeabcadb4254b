import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import {
  convince,
  knownFamilies,
  type Objection,
  readForm,
  type Signature,
  takenName,
  wantedFamilies,
} from '@redalert/core'
import { Fault } from '../../fault.ts'
import { safeText } from '../safe-text.ts'

/**
 * Reads the families of a file, or of the `.json` files of a folder, for an appeal. They must convince as anybody's file
 * must; and unlike in a scan none may take the place of a known one, for whoever answers goes by what they know.
 */
export function readFamilies(name: string, cwd: string): readonly Signature[] {
  const read = filesOf(name, cwd).map(file => readOne(file, cwd))
  const { list: known } = knownFamilies
  const families = read.map(({ family }) => family)
  for (const [index, { file, family }] of read.entries()) {
    const taken = takenName(family, known)
    if (taken === family.id)
      throw bad(
        `${file}: every program knows a family ${taken}: name it by --families, or give this one another id.`,
      )
    const twice = taken ?? takenName(family, families.slice(0, index))
    if (twice !== undefined)
      throw bad(`${file}: another family holds the name ${twice} already: choose another.`)
    const objections = convince(family, [...known, ...families])
    if (objections.length > 0) throw unconvincing(file, objections)
  }
  // Whoever answers reads them one after the other, by this.
  const [refused] = wantedFamilies({ families: [], signatures: families }, known).refused
  if (refused)
    throw bad(`${read[refused.index]?.file}: it builds on a family that must stand before it.`)
  return families
}

/** No family needs as much; a log given by mistake is not read whole. */
const largest = 1024 * 1024
const utf8 = new TextDecoder('utf-8', { fatal: true })

function filesOf(name: string, cwd: string): readonly string[] {
  return reading(name, () => {
    if (!statSync(resolve(cwd, name)).isDirectory()) return [name]
    const files = readdirSync(resolve(cwd, name)).filter(file => file.endsWith('.json'))
    if (files.length === 0) throw bad(`${name} holds no .json file of a family.`)
    return files.toSorted().map(file => join(name, file))
  })
}

function readOne(file: string, cwd: string): { readonly file: string; readonly family: Signature } {
  const bytes = reading(file, () => {
    if (statSync(resolve(cwd, file)).size > largest)
      throw bad(`${file} is larger than any family's file.`)
    return readFileSync(resolve(cwd, file))
  })
  let value: unknown
  try {
    value = JSON.parse(utf8.decode(bytes))
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw bad(
      `${file} is no JSON: ${safeText(why)}. \`redalert signatures check ${file}\` says where.`,
    )
  }
  const form = readForm(value)
  if ('objections' in form) throw unconvincing(file, form.objections)
  return { file, family: form.signature }
}

function reading<Value>(name: string, read: () => Value): Value {
  try {
    return read()
  } catch (error) {
    if (error instanceof Fault) throw error
    throw new Fault('bad-config', `${name} cannot be read.`, error)
  }
}

const mostShown = 5

/** All that a reviewer would object to, a line each. */
function unconvincing(file: string, objections: readonly Objection[]): Fault {
  const lines = objections
    .slice(0, mostShown)
    .map(({ at, problem, help }) => safeText(`${pathText(at)}${problem}; ${help}`))
  const left = objections.length - lines.length
  const more = left > 0 ? [`and ${left} more: \`redalert signatures check ${file}\` shows all`] : []
  return bad(
    `${file} does not convince:\n${[...lines, ...more].map(line => `  ${line}`).join('\n')}`,
  )
}

/** `marks.nimda-c.when.path[0]: ` */
function pathText(path: Objection['at']): string {
  if (path.length === 0) return ''
  const steps = path.map((step, index) => {
    if (typeof step === 'number') return `[${step}]`
    return index === 0 ? step : `.${step}`
  })
  return `${steps.join('')}: `
}

function bad(message: string): Fault {
  return new Fault('bad-config', message)
}
