import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { runPackageTests } from "@sycee/move-build";
import { describe, expect, it } from "vitest";

const move = fileURLToPath(new URL("../move", import.meta.url));
const packages = readdirSync(move, { withFileTypes: true }).filter((entry) => entry.isDirectory() && entry.name !== "build");

// Move's own unit tests, each as a test of this run.
for (const { name } of packages) {
  const report = await runPackageTests(`${move}/${name}`, { edges: true });
  describe(`move/${name}`, () => {
    it("has unit tests, and compiles without a warning", () => {
      expect(report.results.length).toBeGreaterThan(0);
      expect(report.warnings).toBe("");
    });
    it.each(report.results.map((result) => [`${result.module}::${result.name}`, result.reasons] as const))("%s", (_, reasons) => {
      expect(reasons).toEqual([]);
    });
  });
}
