import { Command } from "commander";
import { type Outcome, runRegime } from "./run-regime.ts";

const program = new Command("example:regimes")
  .description("Run the same seeded economy under both operator regimes and print what differs, in yuan")
  .option("--seed <number>", "what the loans and payments follow from", "1")
  .addHelpText("after", "\nExample:\n  npm run example:regimes -- --seed 7")
  .action(compare);

await program.parseAsync();

async function compare({ seed }: { readonly seed: string }): Promise<void> {
  if (!/^\d{1,9}$/.test(seed)) throw new Error(`${JSON.stringify(seed)} is not a seed: a whole number of at most nine digits`);
  console.error("under the regime cash …");
  const cash = await runRegime("cash", Number(seed));
  console.error("under the regime deposit …");
  const deposit = await runRegime("deposit", Number(seed));
  console.log(table(cash, deposit));
}

function table(cash: Outcome, deposit: Outcome): string {
  const rows = [["", "cash", "deposit", "difference"]];
  for (const [name, amount] of cash) {
    const other = deposit.get(name) ?? 0n;
    rows.push([name, yuan(amount), yuan(other), yuan(other - amount)]);
  }
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

function yuan(minor: bigint): string {
  const digits = (minor < 0n ? -minor : minor).toString().padStart(3, "0");
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ",");
  return `${minor < 0n ? "-" : ""}${whole}.${digits.slice(-2)}`;
}
