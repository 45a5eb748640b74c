import { availableParallelism } from "node:os";
import { configDefaults, defineConfig } from "vitest/config";

/** What is judged by the clock or by processor time, which others on the same core make more. Other tests beside it would be a load of their own. */
const ALONE = [
  "packages/move-vm/src/api/bombs.test.ts",
  "packages/move-vm/src/verifier/costly-modules.test.ts",
  "tests/load/overload.test.ts",
  "tests/node/hostile.test.ts",
  "tests/node/quick-connections.test.ts",
  "tests/node/slow-clients.test.ts",
];

export default defineConfig({
  test: {
    // Native stores and deep Move calls belong in processes of their own, not in threads that share one.
    pool: "forks",
    // Built packages are plain modules that Node loads by itself, which takes a fraction of what transforming them does.
    server: { deps: { external: [/\/(?:packages|apps|examples)\/[^/]+\/dist\//, /\/bench\/dist\//] } },
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // A test that only passes the second time is a broken test.
    retry: 0,
    reporters: ["default", "./tests/count-reporter.ts"],
    projects: [
      {
        extends: true,
        test: {
          name: "together",
          globalSetup: "./tests/console/prepared-folder.ts",
          include: [
            "packages/*/src/**/*.test.ts",
            "apps/*/src/**/*.test.ts",
            "apps/console/site/**/*.test.ts",
            "bench/src/**/*.test.ts",
            "examples/*/src/**/*.test.ts",
            "tests/**/*.test.ts",
          ],
          exclude: [...configDefaults.exclude, ...ALONE],
          // Most start nodes and browsers of their own: with more of them than processors each only waits for the others.
          maxWorkers: availableParallelism(),
          sequence: { groupOrder: 0 },
        },
      },
      { extends: true, test: { name: "alone", include: ALONE, maxWorkers: 1, sequence: { groupOrder: 1 } } },
    ],
  },
});
