/** What a module's text imports, types too, in order of appearance. */
export function importsOf(text: string): readonly string[] {
  return [...text.matchAll(importToken)].map(([, named, lazy, bare]) => named ?? lazy ?? bare!)
}

/** `import … from 'x'` and its closing line `} from 'x'`, `import('x')`, `import 'x'`. */
const importToken =
  /^(?:import|export|\})[^'\n]* from '([^']+)'|\bimport\(\s*'([^']+)'|^import '([^']+)'/gm
