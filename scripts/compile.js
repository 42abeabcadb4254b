// @ts-check
/**
 * How TypeScript becomes what Node 20 runs, for the packages and for the one file.
 * @satisfies {import('rolldown').InputOptions}
 */
export const compile = {
  platform: /** @type {const} */ ('node'),
  resolve: { conditionNames: ['@redalert/source', 'node', 'import', 'default'] },
  transform: { target: 'node20' },
  logLevel: /** @type {const} */ ('warn'),
}
