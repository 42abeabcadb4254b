// @ts-check
/**
 * How TypeScript becomes what Node 20 runs, for the packages and for the one file.
 * @satisfies {import('rolldown').InputOptions}
 */
export const compile = {
  platform: /** @type {const} */ ('node'),
  resolve: {
    conditionNames: ['@redalert/source', 'node', 'import', 'default'],
    // Packages that know no conditions name their modules so; what they name `main` requires its parts at run time.
    mainFields: ['module', 'main'],
  },
  transform: { target: 'node20' },
  logLevel: /** @type {const} */ ('warn'),
}
