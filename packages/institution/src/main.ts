import { parseArgs } from "node:util";
import { officeConfiguration } from "./start/office-configuration.ts";
import { OfficeStartError } from "./start/office-start-error.ts";
import { startOffice } from "./start/start-office.ts";

/** `node dist/main.js --config office.json`: runs the back office of one payment institution or bank, whichever the ledger says it is, on the loopback interface until it is told to stop. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { config: { type: "string" } } });
  if (values.config === undefined) throw new OfficeStartError("office_configuration", "Say which configuration: --config office.json");
  const running = await startOffice({
    ...(await officeConfiguration(values.config)),
    onTrouble: (error) => tell({ trouble: error.message }),
    onFault: (error) => tell({ fault: error.message }),
  });
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      running.close().catch((error: unknown) => {
        tell({ fault: String(error) });
        process.exitCode = 1;
      });
    });
  }
  const { url, office } = running;
  tell({ listening: url, institution: office.institution, kind: office.kind.name });
}

function tell(event: Readonly<Record<string, string>>): void {
  process.stdout.write(`${JSON.stringify(event)}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
