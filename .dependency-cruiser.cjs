// The import rules of ARCHITECTURE.md, "Who may import whom".

const PURE = '^src/(feeds|article|tagging|language|alerting|export|websub|stories)/';
const EDGES = '^src/(fetch|db|queue|notify|http|cli|embedded|cpu)/';

/** Only `owner` may import `library`. */
const owned = (library, owner) => ({
  name: `owner-of-${library.replace(/\W+/g, '-')}`,
  comment: `${library} has one owner: ${owner}`,
  severity: 'error',
  from: { path: '^(src|workers|demo|bench)/', pathNot: owner },
  to: { path: `node_modules/(${library})/` },
});

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'model-and-errors-stand-alone',
      severity: 'error',
      from: { path: '^src/(model/|errors\\.ts$)' },
      to: { path: '^src/', pathNot: '^src/(model/|errors\\.ts$)' },
    },
    {
      name: 'pure-imports-own-folder-and-model',
      severity: 'error',
      from: { path: '^src/(feeds|article|tagging|language|alerting|export|websub|stories)/' },
      to: { path: '^src/', pathNot: '^src/($1/|language/|model/|errors\\.ts$)' },
    },
    {
      name: 'pure-is-pure',
      comment: 'no node built-ins but hashing, and the loader where a library is loaded late',
      severity: 'error',
      from: { path: PURE, pathNot: '^src/tagging/sentence-parts\\.ts$' },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?crypto$' },
    },
    {
      name: 'pipeline-imports-pure-and-model',
      severity: 'error',
      from: { path: '^src/pipeline/' },
      to: {
        path: '^src/',
        pathNot: '^src/(pipeline|feeds|article|tagging|alerting|websub|stories|model)/|^src/errors\\.ts$',
      },
    },
    {
      name: 'edges-never-import-one-another',
      severity: 'error',
      from: { path: '^src/(fetch|db|queue|notify|embedded)/' },
      to: { path: '^src/', pathNot: '^src/($1/|model/|errors\\.ts$)' },
    },
    {
      name: 'the-thread-pool-runs-pure-code',
      severity: 'error',
      from: { path: '^src/cpu/' },
      to: { path: '^src/', pathNot: '^src/(cpu|feeds|article|tagging|stories|model)/|^src/errors\\.ts$' },
    },
    {
      name: 'probes-fetch-and-read',
      severity: 'error',
      from: { path: '^src/probe/' },
      to: { path: '^src/', pathNot: '^src/(probe|fetch|feeds|article|model)/|^src/(config|errors)\\.ts$' },
    },
    {
      name: 'http-and-cli-import-pure-too',
      severity: 'error',
      from: { path: '^src/(http|cli)/' },
      to: { path: EDGES, pathNot: '^src/$1/' },
    },
    {
      name: 'only-entry-points-compose',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(cli/|doctor\\.ts$)' },
      to: { path: '^src/app\\.ts$' },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, pathNot: '(\\.d\\.ts|\\.json)$' },
      to: {},
    },
    owned('pg|@types/pg', '^src/db/'),
    owned('bullmq|ioredis', '^src/queue/'),
    owned('undici', '^src/fetch/'),
    // The bench compares with it.
    owned('rss-parser', '^(src|bench)/feeds/'),
    // The bench compares with parsing alone.
    owned('cheerio', '^(src/article|bench/articles)/'),
    // The bench compares with it.
    owned('compromise', '^(src/tagging|bench/tags)/'),
    owned('tldts', '^src/stories/'),
    owned('hono|@hono/node-server', '^src/http/'),
    owned('commander', '^src/cli/'),
    owned('piscina', '^src/cpu/'),
    owned('nodemailer|@types/nodemailer', '^src/notify/'),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'types'] },
  },
};
