// @ts-check
// The prepack script of every package: what stands beside the source is not what is published.
process.stderr.write(
  'Packages are compiled before they are packed: use "npm run pack" at the root of the repository.\n',
)
process.exitCode = 1
