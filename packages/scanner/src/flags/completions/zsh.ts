import { standardCommand } from '../commands.ts'
import type { CompletedCommand, CompletedFlag, Offer } from './complete.ts'

/** Completions for zsh, with explanations. */
export function zsh(commands: readonly CompletedCommand[]): string {
  const names = commands.map(({ name }) => name)
  return `#compdef redalert
# Completions of redalert for zsh: eval "$(redalert completions zsh)", behind compinit.
_redalert() {
  local command word
  local -a commands
  commands=(
${commands.map(({ name, summary }) => `    ${quote(`${name}:${summary}`)}`).join('\n')}
  )
  for word in \${words[2,CURRENT-1]}; do
    case $word in (${names.join('|')}) command=$word; break ;; esac
  done
  if [[ -z $command && CURRENT -eq 2 && $words[2] != -* ]]; then
    _describe command commands
    _files
    return
  fi
  [[ -n $command ]] && words[\${words[(i)$command]}]=() && (( CURRENT-- ))
  case \${command:-${standardCommand}} in
${commands.map(argumentsOf).join('\n')}
  esac
}
if [[ $funcstack[1] == _redalert ]]; then _redalert "$@"; else compdef _redalert redalert; fi
`
}

function argumentsOf({ name, flags, words }: CompletedCommand): string {
  const specs = [...flags.flatMap(specsOf), quote(`*:${name}:${action(words)}`)]
  return `    (${name}) _arguments -s \\\n${specs.map(spec => `      ${spec}`).join(' \\\n')} ;;`
}

function specsOf({ name, short, help, offer, many }: CompletedFlag): readonly string[] {
  const spellings = [`--${name}`, ...(short ? [`-${short}`] : [])]
  const alone = many ? '*' : `(${spellings.join(' ')})`
  const explained = `[${help.replaceAll(/[[\]\\]/g, '\\$&')}]`
  return spellings.map(spelling => {
    const joined =
      offer && spelling.startsWith('--') ? `${spelling}=` : `${spelling}${offer ? '+' : ''}`
    return quote(`${alone}${joined}${explained}${offer ? `:${name}:${action(offer)}` : ''}`)
  })
}

function action(offer: Offer): string {
  switch (offer.kind) {
    case 'files':
      return '_files'
    case 'choices':
      return `(${offer.choices.join(' ')})`
    case 'anything':
      return ' '
  }
}

function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}
