import { standardCommand } from '../commands.ts'
import type { CompletedCommand, Offer } from './complete.ts'

/** Completions for bash, which offers words and files but no explanations. */
export function bash(commands: readonly CompletedCommand[]): string {
  const names = commands.map(({ name }) => name)
  return `# Completions of redalert for bash: eval "$(redalert completions bash)"
_redalert() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]} command= word
  # bash takes --flag=value apart into three words
  [[ $current == = ]] && current=
  [[ $previous == = ]] && previous=\${COMP_WORDS[COMP_CWORD-2]}
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case $word in ${names.join('|')}) command=$word; break ;; esac
  done
  case \${command:-${standardCommand}}:$previous in
${commands.flatMap(valueCases).join('\n')}
  esac
  if [[ $current == -* ]]; then
    case \${command:-${standardCommand}} in
${commands.map(flagCase).join('\n')}
    esac
    return
  fi
  case $command in
    '') COMPREPLY=($(compgen -W '${names.join(' ')}' -- "$current") $(compgen -f -- "$current")) ;;
${commands.map(({ name, words }) => `    ${name}) ${reply(words)} ;;`).join('\n')}
  esac
}
complete -o filenames -o bashdefault -F _redalert redalert
`
}

function valueCases({ name, flags }: CompletedCommand): readonly string[] {
  return flags.flatMap(({ name: flag, short, offer }) => {
    if (!offer) return []
    const spellings = [`${name}:--${flag}`, ...(short ? [`${name}:-${short}`] : [])]
    return [`    ${spellings.join('|')}) ${reply(offer)}; return ;;`]
  })
}

function flagCase({ name, flags }: CompletedCommand): string {
  const spellings = flags.flatMap(({ name: flag, short }) => [
    `--${flag}`,
    ...(short ? [`-${short}`] : []),
  ])
  return `      ${name}) COMPREPLY=($(compgen -W '${spellings.join(' ')}' -- "$current")) ;;`
}

function reply(offer: Offer): string {
  switch (offer.kind) {
    case 'files':
      return 'COMPREPLY=($(compgen -f -- "$current"))'
    case 'choices':
      return `COMPREPLY=($(compgen -W '${offer.choices.join(' ')}' -- "$current"))`
    case 'anything':
      return 'COMPREPLY=()'
  }
}
