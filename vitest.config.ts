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
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // A test that only passes the second time is a broken test.
    retry: 0,
    reporters: ["default", "./tests/count-reporter.ts"],
  },
});
