import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: [
      "packages/*/src/**/*.test.ts",
      "apps/*/src/**/*.test.ts",
      "apps/console/site/**/*.test.ts",
      "bench/src/**/*.test.ts",
      "examples/*/src/**/*.test.ts",
      "tests/**/*.test.ts",
    ],
    // Native stores and deep Move calls belong in processes of their own, not in threads that share one.
    pool: "forks",
    // Many tests wait for a browser, another process or the clock: one more than there are processors keeps all of them busy.
    maxWorkers: availableParallelism() + 1,
    // Built packages are plain modules that Node loads by itself, which takes a fraction of what transforming them does.
    server: { deps: { external: [/\/(?:packages|apps|examples)\/[^/]+\/dist\//, /\/bench\/dist\//] } },
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // A test that only passes the second time is a broken test.
    retry: 0,
    reporters: ["default", "./tests/count-reporter.ts"],
  },
});
