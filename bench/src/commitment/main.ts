import { Command, InvalidArgumentError } from "commander";
import { measureEntries } from "./measure-entries.ts";
import { measurePages } from "./measure-pages.ts";

const command = new Command("bench:commitment")
  .description("Processor time of state roots: a million updates of ten million dense entries, and blocks of payments")
  .option("--rounds <number>", "how often each is measured", parseRounds, 9)
  .option("--json", "print the result as JSON in the last line")
  .addHelpText("after", "\nExample:\n  npm run bench:commitment -- --rounds 5")
  .allowExcessArguments(false);
command.parse();
const { rounds, json } = command.opts<{ readonly rounds: number; readonly json?: true }>();

const say = (text: string): void => void process.stderr.write(`${text}\n`);
say("ten million dense entries");
const pages = measurePages(rounds);
const entries = [10_000, 1_000_000].flatMap((accounts) =>
  [500, 2_000].map((payments) => {
    say(`${accounts} accounts, ${payments} payments a block`);
    return measureEntries(accounts, payments, rounds * 5);
  }),
);
if (json) console.log(JSON.stringify({ pages, entries }));
else {
  const { pagesChanged, medianRootMs, medianRatio } = pages;
  console.log(`a million uniform updates of ten million u64 change ${pagesChanged} pages:`);
  console.log(
    `  ${medianRootMs.toFixed(0)} ms of processor time a root, ${medianRatio.toFixed(2)} times what hashing these pages alone takes`,
  );
  for (const { accounts, paymentsPerBlock, medianMicrosecondsPerPayment, nodesPerPayment } of entries) {
    const figures = `${medianMicrosecondsPerPayment.toFixed(1)} us a payment, ${nodesPerPayment.toFixed(2)} nodes`;
    console.log(`${accounts} accounts, blocks of ${paymentsPerBlock} payments: ${figures}`);
  }
}

function parseRounds(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > 100) throw new InvalidArgumentError("Rounds are a whole number from 1 to 100.");
  return number;
}
