import { standardCommand } from '../commands.ts'
import type { CompletedCommand, Offer } from './complete.ts'

/** Completions for PowerShell, with explanations; where files can stand, it completes them itself. */
export function powershell(commands: readonly CompletedCommand[]): string {
  return `# Completions of redalert for PowerShell: redalert completions powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName redalert -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $commands = [ordered]@{
${commands.map(({ name, summary }) => `    ${quote(name)} = ${quote(summary)}`).join('\n')}
  }
  $flags = @{
${commands.map(flagsOf).join('\n')}
  }
  $choices = @{
${commands.flatMap(choicesOf).join('\n')}
  }
  $words = @($commandAst.CommandElements | Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object { $_.ToString() })
  $named = $words | Select-Object -Skip 1 | Where-Object { $commands.Contains($_) } | Select-Object -First 1
  $command = if ($named) { $named } else { '${standardCommand}' }
  $before = if ($words.Count -gt 1) { $words[-1] } else { '' }
  $offered = if ($choices.ContainsKey("$command $before")) { $choices["$command $before"] }
    elseif ($wordToComplete.StartsWith('-')) { $flags[$command] }
    elseif (-not $named) { $commands }
    elseif ($choices.ContainsKey($command)) { $choices[$command] }
    else { @{} }
  $offered.GetEnumerator() | Where-Object { $_.Key.StartsWith($wordToComplete) } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_.Key, $_.Key, 'ParameterValue', $_.Value)
  }
}
`
}

function flagsOf({ name, flags }: CompletedCommand): string {
  const entries = flags.flatMap(({ name: flag, short, help }) =>
    [`--${flag}`, ...(short ? [`-${short}`] : [])].map(
      spelling => `${quote(spelling)} = ${quote(help)}`,
    ),
  )
  return `    ${quote(name)} = [ordered]@{ ${entries.join('; ')} }`
}

function choicesOf({ name, flags, words }: CompletedCommand): readonly string[] {
  const behindFlags = flags.flatMap(({ name: flag, offer }) =>
    offer ? table(`${name} --${flag}`, offer) : [],
  )
  return [...behindFlags, ...table(name, words)]
}

function table(key: string, offer: Offer): readonly string[] {
  if (offer.kind !== 'choices') return []
  return [
    `    ${quote(key)} = [ordered]@{ ${offer.choices.map(choice => `${quote(choice)} = ${quote(choice)}`).join('; ')} }`,
  ]
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
