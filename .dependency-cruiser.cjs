// Who may import whom. Each line: a workspace, and which of our packages it may import. Imports point one way.
const allowed = {
  "packages/bcs": [],
  "packages/protocol": ["bcs"],
  "packages/move-vm": ["bcs"],
  "packages/move-build": ["move-vm"],
  "packages/ledger": ["bcs", "protocol", "move-vm"],
  "packages/storage": ["bcs", "ledger", "protocol"],
  "packages/node": ["bcs", "protocol", "ledger", "storage", "move-vm"],
  "packages/sdk": ["bcs", "protocol"],
  "packages/payment-requests": ["protocol"],
  // Its tests run a node; "not-declared" keeps its code from doing so.
  "packages/institution": ["sdk", "protocol", "node", "ledger", "move-build"],
  "apps/cli": ["sdk", "institution", "payment-requests", "protocol", "node", "ledger", "storage", "move-build", "move-vm", "console"],
  "apps/console": ["sdk", "payment-requests", "protocol", "bcs", "move-build", "move-vm"],
  bench: ["bcs", "protocol", "move-vm", "move-build", "ledger", "storage", "node", "sdk"],
  tests: ["bcs", "protocol", "move-vm", "move-build", "ledger", "storage", "node", "sdk", "payment-requests", "cli"],
  "examples/[^/]+": ["bcs", "protocol", "move-vm", "move-build", "ledger", "storage", "node", "sdk"],
};

// A package is imported through its index; some have further entries: for what browsers can load of it, and for threads and starts that need a part only.
const entries = {
  "move-build": "(?:index|in-memory|package/package-template)",
  protocol: "(?:index|core)",
  ledger: "(?:index|admission)",
  node: "(?:index|start|engine)",
  storage: "(?:index|thread-priority)",
};

const directions = Object.entries(allowed).map(([workspace, packages]) => ({
  name: `imports-of-${workspace.replace(/[^a-z]+/g, "-").replace(/-$/, "")}`,
  comment: `${workspace} may import only: ${packages.join(", ") || "nothing of ours"}.`,
  severity: "error",
  from: { path: `^${workspace}/` },
  to: {
    path: "^node_modules/@sycee/|^@sycee/",
    pathNot: packages.map((name) => `^node_modules/@sycee/${name}/dist/${entries[name] ?? "index"}\\.(d\\.ts|js)$`),
  },
}));

module.exports = {
  forbidden: [
    ...directions,
    {
      name: "no-path-into-another-package",
      comment: "Another package is imported by its name, through its one entry, never by a path.",
      severity: "error",
      from: { path: "^(packages/[^/]+|apps/[^/]+|examples/[^/]+|bench|tests)/" },
      to: { path: "^(packages|apps|examples|bench|tests)/", pathNot: "^$1/" },
    },
    {
      name: "not-declared",
      comment: "The package.json beside the code must name what the code imports, and not as a dev dependency.",
      severity: "error",
      from: { pathNot: "\\.test\\.ts$|/(test-data|torture)/|^tests/|^[^/]+$" },
      to: { dependencyTypes: ["npm-no-pkg", "npm-unknown", "npm-dev", "npm-optional"] },
    },
    {
      name: "not-declared-in-test",
      comment: "A test may also import what the root package.json names; everything else must be declared beside it.",
      severity: "error",
      from: { path: "\\.test\\.ts$|/torture/|^tests/" },
      to: { dependencyTypes: ["npm-no-pkg", "npm-unknown"], pathNot: "^node_modules/(vitest|fast-check|pure-rand)/" },
    },
    {
      name: "not-resolvable",
      comment: "The import leads nowhere. (If it names one of our packages, build first: npm run build:ts.)",
      severity: "error",
      from: {},
      // The console's build makes the modules of this name.
      to: { couldNotResolve: true, pathNot: "^virtual:framework$" },
    },
    {
      name: "no-circular",
      comment: "A cycle has no order in which it can be read. Types may mention each other.",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "pure-packages-do-no-io",
      comment: "These packages are pure and synchronous: no clock, no files, no network, no randomness of their own.",
      severity: "error",
      from: { path: "^packages/(bcs|protocol|move-vm|ledger)/src/", pathNot: "\\.test\\.ts$" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "browser-packages-need-no-node",
      comment: "These packages run in browsers.",
      severity: "error",
      from: { path: "^packages/(bcs|protocol|sdk|payment-requests)/src/", pathNot: "\\.test\\.ts$" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "in-memory-needs-no-node",
      comment: "What compiles and tests packages in memory runs in browsers.",
      severity: "error",
      from: { path: "^packages/move-build/src/(in-memory|package/package-template)\\.ts$" },
      to: { path: "^(node:)?(buffer|child_process|crypto|fs|os|path|process|url|util|worker_threads)$", reachable: true },
    },
    {
      name: "core-of-protocol-needs-no-shapes",
      comment: "What every thread of a node loads of the protocol goes without the library that shapes of JSON are made with.",
      severity: "error",
      from: { path: "^packages/protocol/src/core\\.ts$" },
      to: { path: "^node_modules/typebox/|/routes/", reachable: true },
    },
    {
      name: "threads-need-no-shapes",
      comment: "What runs in the threads of a node takes the protocol's core; of its shapes of JSON, types only.",
      severity: "error",
      from: {
        path: "^packages/(ledger|storage)/src/|^packages/node/src/(answers|block-runner|clock|ordering|pipeline|replay|retention|signatures|snapshot)/",
        pathNot: "\\.test\\.ts$",
      },
      to: { path: "^node_modules/@sycee/protocol/dist/index\\.", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "small-threads-need-little",
      comment:
        "Threads that check signatures do so without the machine, those that look through the state without the ledger: each would load hundreds of modules.",
      severity: "error",
      from: { path: "^packages/storage/src/checkpoint/check-worker\\.ts$|^packages/node/src/signatures/signature-worker\\.ts$" },
      to: {
        path: "^node_modules/(@sycee/ledger/dist/index\\.|@sycee/(move-vm/|storage/dist/(?!thread-priority\\.))|typebox/|lmdb/)",
        reachable: true,
      },
    },
    {
      name: "admission-needs-no-machine",
      comment:
        "The ledger's entry for threads that check signatures. Other packages are not followed into, so its own imports are looked at here.",
      severity: "error",
      from: { path: "^packages/ledger/src/admission\\.ts$" },
      to: { path: "^node_modules/@sycee/move-vm/", reachable: true },
    },
    {
      name: "no-tests-in-code",
      comment: "Code never imports a test.",
      severity: "error",
      from: { pathNot: "\\.test\\.ts$|^tests/" },
      to: { path: "\\.test\\.ts$" },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    preserveSymlinks: true,
    doNotFollow: { path: "node_modules" },
    moduleSystems: ["es6"],
    tsConfig: { fileName: "tsconfig.base.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".js", ".json"],
    },
  },
};
