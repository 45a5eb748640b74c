import { ASSET_KIND, type AssetKind, type Client, issueSettlement } from "@sycee/sdk";
import type { Address, InstrumentJson } from "@sycee/protocol";
import { type Command, Option } from "commander";
import { formatAmount, parseAmount } from "../output/amounts.ts";
import { CliError } from "../output/cli-error.ts";
import { type NodeAccess, openAccess, withExample, withNodeAccess } from "./options.ts";

interface IssueOptions extends NodeAccess {
  readonly from: string;
  readonly to: string;
  readonly asset: AssetKind;
  readonly description: string;
  readonly haircut: string;
}

const KINDS = Object.keys(ASSET_KIND);

/** `sycee issue --to OPERATOR --asset KIND AMOUNT`. */
export function addIssueCommand(program: Command): void {
  const command = program
    .command("issue <amount>")
    .description("Have the central bank buy an asset from an operator with new settlement money, and wait until it is final")
    .requiredOption("--to <name-or-address>", "the operator that sells the asset")
    .addOption(new Option("--asset <kind>", "what is bought").choices(KINDS).default("governmentBonds"))
    .option("--description <text>", "what it is called on the books", "Bought with sycee issue")
    .option("--haircut <percent>", "per cent of book value that does not count as cover", "0")
    .option("--from <name>", "the central bank, whose key you have", "central-bank");
  withExample(withNodeAccess(command), "sycee issue --to harbour-bank --asset governmentBonds 1000000").action(issueAmount);
}

async function issueAmount(text: string, options: IssueOptions): Promise<void> {
  const { client, book } = openAccess(options);
  const centralBank = await book.signer(options.from);
  const operator = await book.resolve(options.to);
  const instrument = await settlementOf(client, centralBank.address, options.from);
  const bookValueMinor = parseAmount(text, instrument.decimals);
  const call = issueSettlement({
    operator,
    kind: options.asset,
    description: options.description,
    bookValueMinor,
    haircutBasisPoints: basisPoints(options.haircut),
  });
  const receipt = await client.send({ signers: [centralBank], calls: [call] });
  if (options.json) {
    const { id, height, index } = receipt;
    const { symbol } = instrument;
    console.log(JSON.stringify({ id, height, index, to: operator, symbol, amountMinor: bookValueMinor.toString() }));
    return;
  }
  const amount = `${formatAmount(bookValueMinor, instrument.decimals)} ${instrument.symbol}`;
  console.log(`issued ${amount} to ${await book.nameOf(operator)} against ${options.asset}, final in block ${receipt.height}`);
  console.log(`transaction ${receipt.id}`);
}

async function settlementOf(client: Client, issuer: Address, name: string): Promise<InstrumentJson> {
  const found = (await client.instruments()).find((instrument) => instrument.issuer === issuer && instrument.kind === "settlement");
  if (found === undefined) throw new CliError("unknown_instrument", `${name} issues no settlement money on this ledger.`);
  return found;
}

function basisPoints(percent: string): number {
  const points = /^\d{1,3}(\.\d{1,2})?$/.test(percent) ? Number(parseAmount(percent, 2)) : Number.NaN;
  if (!(points <= 10_000))
    throw new CliError("invalid_argument", `${JSON.stringify(percent)} is not a percentage from 0 to 100, with two decimals at most.`);
  return points;
}
