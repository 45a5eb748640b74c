import "./engine-options.ts";
import { reportFailure } from "./output/report-failure.ts";
import { createProgram } from "./program.ts";

try {
  await createProgram().parseAsync();
} catch (error) {
  reportFailure(error, process.argv.includes("--json"));
}
