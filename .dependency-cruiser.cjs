// The doors between the rooms (docs/architecture): each rule names a room and refuses whatever is not
// on its list. tests/architecture/layers.test.ts plants one forbidden import per rule.

/** Everything inside `from` may import itself and `allowed`, nothing else, types included. */
const door = (name, from, allowed) => ({
  name,
  severity: 'error',
  from: { path: from },
  to: { pathNot: [from, ...allowed] },
})

const kernel = '^shared/kernel/'
const domain = '^shared/domain/'
const operations = '^shared/operations/'
const contract = '^shared/contract/'
const usecases = '^shared/usecases/'
const i18n = '^shared/i18n/'
const builtIn = '^(node:|[a-z_/]+$)'
const packages = 'node_modules/'

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    door('kernel-imports-nothing', kernel, []),
    door('domain-imports-kernel', domain, [kernel]),
    door('operations-import-domain', operations, [kernel, domain]),
    door('contract-imports-domain-and-zod', contract, [kernel, domain, 'node_modules/zod/']),
    door('usecases-import-operations-and-domain', usecases, [kernel, domain, operations]),
    door('i18n-imports-kernel-and-contract', i18n, [kernel, domain, contract]),
    {
      name: 'adapters-know-no-host-nor-composition',
      severity: 'error',
      from: { path: '^src-main/adapters/' },
      to: {
        path: '^(src-main/(hosts|cli|composition)|src-renderer|shared/i18n)/|node_modules/(electron|fastify|@fastify)/',
      },
    },
    {
      name: 'adapters-use-ports-only',
      comment: 'Of the use cases an adapter knows the ports it implements, no rule of the work.',
      severity: 'error',
      from: { path: '^src-main/adapters/' },
      to: { path: usecases, pathNot: '^shared/usecases/(ports|sharingPorts|allocation/solver)\\.ts$' },
    },
    {
      name: 'composition-knows-no-host',
      comment: 'What hosts lend is stated in hostServices.ts, the one file it reads there.',
      severity: 'error',
      from: { path: '^src-main/composition/' },
      to: {
        path: '^(src-main/(hosts|cli)|src-renderer)/|node_modules/(electron|fastify|@fastify)/',
        pathNot: '^src-main/hosts/hostServices\\.ts$',
      },
    },
    {
      name: 'sync-knows-no-host',
      comment: 'What shares a file lies below the composition: it is given its ports.',
      severity: 'error',
      from: { path: '^src-main/sync/' },
      to: {
        path: '^(src-main/(hosts|cli|composition)|src-renderer)/|node_modules/(electron|fastify|@fastify)/',
      },
    },
    door('hosts-import-composition-and-contract', '^src-main/hosts/', [
      '^src-main/composition/compose\\.ts$',
      contract,
      builtIn,
      packages,
    ]),
    {
      name: 'only-its-host-imports-electron',
      severity: 'error',
      from: { path: '^(shared|src-main|src-renderer)/', pathNot: '^src-main/hosts/electron/' },
      to: { path: 'node_modules/electron/' },
    },
    {
      name: 'only-its-host-imports-fastify',
      severity: 'error',
      from: { path: '^(shared|src-main|src-renderer)/', pathNot: '^src-main/hosts/browser/' },
      to: { path: 'node_modules/(fastify|@fastify)/' },
    },
    door('server-imports-shared-rooms', '^src-server/', [
      '^shared/',
      // What laptops and server do alike is done by the same code.
      '^src-main/adapters/(network|keys|blobs|bundles)/',
      builtIn,
      packages,
    ]),
    {
      name: 'server-store-knows-no-door',
      comment: 'What keeps the data knows neither the accounts that use it nor HTTP.',
      severity: 'error',
      from: { path: '^src-server/store/' },
      to: {
        path: '^(src-server/(http|accounts|commands|configuration|authority)|shared/i18n)/|node_modules/(fastify|@fastify)/',
      },
    },
    {
      name: 'nothing-imports-the-server',
      severity: 'error',
      from: { path: '^(shared|src-main|src-renderer|scripts)/' },
      to: { path: '^src-server/' },
    },
    {
      name: 'renderer-asks-through-the-contract',
      severity: 'error',
      from: { path: '^src-renderer/' },
      to: { path: '^(shared/(operations|usecases)|src-main|scripts|tests)/' },
    },
    {
      name: 'renderer-has-no-node',
      severity: 'error',
      from: { path: '^src-renderer/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'features-do-not-import-each-other',
      severity: 'error',
      from: { path: '^src-renderer/features/([^/]+)/' },
      to: { path: '^src-renderer/features/([^/]+)/', pathNot: '^src-renderer/features/$1/' },
    },
    {
      name: 'ui-knows-no-business',
      severity: 'error',
      from: { path: '^src-renderer/ui/' },
      to: { path: '^(src-renderer/(features|bridge)|shared/contract)/' },
    },
    {
      name: 'product-imports-no-test',
      severity: 'error',
      from: { path: '^(shared|src-main|src-renderer|src-server|scripts)/' },
      to: { path: '^tests/' },
    },
    {
      name: 'every-import-is-found',
      comment: 'The peers of the bench have a lockfile of their own and are installed when it runs.',
      severity: 'error',
      from: { pathNot: '^tests/bench/sync/others/' },
      to: { couldNotResolve: true, pathNot: '^(virtual:|\\./\\$types)' },
    },
    {
      name: 'no-circle',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only', 'type-import'] } },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json', '.css'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
}
