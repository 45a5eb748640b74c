import { bytesToHex, hexToBytes } from "@sycee/protocol";
import {
  CLAIM_GAS_LIMIT,
  expireRedPacket,
  giveRedPacket,
  keyFromSeed,
  money,
  randomSeed,
  readResource,
  redPacketAddress,
  signClaim,
  takeRedPacket,
} from "@sycee/sdk";
import { type Command, Option } from "commander";
import { DEVELOPMENT_CASH } from "../economy/development-accounts.ts";
import { formatAmount, parseAmount } from "../output/amounts.ts";
import { CliError } from "../output/cli-error.ts";
import { counted } from "../output/counted.ts";
import { formatTable } from "../output/table.ts";
import { addressOf, chainOf, freshNumber, sendAct, wholeNumber } from "./act.ts";
import { type NodeAccess, openAccess, withExample, withNodeAccess, withQuestion } from "./options.ts";
import { findInstrument } from "./pay.ts";

interface GiveOptions extends NodeAccess {
  readonly from: string;
  readonly instrument: string;
  readonly shares: string;
  readonly hours: string;
  readonly equal?: true;
  readonly secret?: true;
}

/** `sycee red-packet give|take|expire|show`. */
export function addRedPacketCommands(program: Command): void {
  const packet = program.command("red-packet").description("Give one amount for many takers, one take each");
  withExample(packet, "sycee red-packet give 88 --from alice --shares 8", "sycee red-packet take 0x5d… --to bob");
  withExample(withQuestion(withNodeAccess(packet.command("give <amount>"))), "sycee red-packet give 88 --from alice --shares 8")
    .description("Give a red packet")
    .requiredOption("--from <name>", "the giver, whose key you have")
    .requiredOption("--shares <count>", "for how many takers, 1 to 100")
    .option("--equal", "shares are equal; else each taker draws one")
    .option("--secret", "only for those to whom you give the secret that is printed")
    .option("--hours <hours>", "what nobody took until then goes back", "24")
    .addOption(new Option("--instrument <symbol>", "what to give").default(DEVELOPMENT_CASH))
    .action(give);
  withExample(withNodeAccess(packet.command("take <packet>")), "sycee red-packet take 0x5d… --to bob")
    .description("Take a share")
    .requiredOption("--to <name>", "the taker, whose key you have")
    .option("--secret <hex>", "the packet's secret, if it has one")
    .action(take);
  withExample(withNodeAccess(packet.command("expire <packet>")), "sycee red-packet expire 0x5d… --from bob")
    .description("Give back what nobody took of an expired packet; anybody may")
    .requiredOption("--from <name>", "who does it, whose key you have")
    .action(expire);
  withExample(withNodeAccess(packet.command("show <packet>")), "sycee red-packet show 0x5d…")
    .description("Show a red packet")
    .action(show);
}

async function give(text: string, options: GiveOptions): Promise<void> {
  const { client, book } = openAccess(options);
  const { instrument, decimals, symbol } = await findInstrument(client, options.instrument);
  const amountMinor = parseAmount(text, decimals);
  const shares = wholeNumber(options.shares, 1n, 100n);
  const giver = await book.signer(options.from);
  const number = freshNumber();
  const packet = redPacketAddress(giver.address, number);
  const { nowMs } = await chainOf(client);
  const secret = options.secret ? randomSeed() : undefined;
  const call = giveRedPacket({
    number,
    instrument,
    amountMinor,
    shares,
    ...(options.equal ? {} : { seed: randomSeed() }),
    ...(secret === undefined ? {} : { key: (await keyFromSeed(secret)).publicKey }),
    expiresMs: nowMs + wholeNumber(options.hours, 1n, 744n) * 3_600_000n,
  });
  const words = secret === undefined ? "" : `, secret 0x${bytesToHex(secret)}`;
  const said = `${formatAmount(amountMinor, decimals)} ${symbol} for ${shares} takers at ${packet}${words}`;
  const facts = { packet, ...(secret === undefined ? {} : { secret: `0x${bytesToHex(secret)}` }) };
  const whom = secret === undefined ? "anybody who finds it" : "whoever has its secret";
  const asks = `Give ${formatAmount(amountMinor, decimals)} ${symbol} of ${options.from} in ${shares} shares to ${whom}?`;
  await sendAct(client, options, { signers: [giver], calls: [call], said, facts, asks });
}

async function take(where: string, options: NodeAccess & { readonly to: string; readonly secret?: string }): Promise<void> {
  const { client, book } = openAccess(options);
  const packet = addressOf(where);
  const taker = await book.signer(options.to);
  const seed = options.secret === undefined ? undefined : hexToBytes(options.secret);
  if (options.secret !== undefined && seed?.length !== 32)
    throw new CliError("invalid_argument", "A secret is 0x and 64 hexadecimal digits.");
  const claim = seed === undefined ? undefined : await signClaim(await keyFromSeed(seed), packet, taker.address);
  const calls = [takeRedPacket({ packet, ...(claim === undefined ? {} : { claim }) })];
  const receipt = await sendAct(client, options, {
    signers: [taker],
    calls,
    said: `${options.to} took a share`,
    gasLimit: CLAIM_GAS_LIMIT,
  });
  if (options.json) return;
  for (const { symbol, amountMinor, to } of receipt.movements) {
    const decimals = (await findInstrument(client, symbol)).decimals;
    if (to === taker.address) console.log(`${formatAmount(amountMinor, decimals)} ${symbol}`);
  }
}

async function expire(where: string, options: NodeAccess & { readonly from: string }): Promise<void> {
  const { client, book } = openAccess(options);
  const calls = [expireRedPacket({ packet: addressOf(where) })];
  await sendAct(client, options, { signers: [await book.signer(options.from)], calls, said: "what was left went back" });
}

async function show(where: string, options: NodeAccess): Promise<void> {
  const { client, book } = openAccess(options);
  const packet = await readResource(client, addressOf(where), money.redPacketType);
  if (packet === undefined) throw new CliError("nothing_there", `There is no red packet at ${where}; it may be empty or returned.`);
  const { giver, sharesLeft, takenBy, expiresMs, isRandom, key } = packet;
  const found = (await client.instruments()).find(({ instrument }) => instrument === packet.money.instrument);
  const amount = `${formatAmount(packet.money.value, found?.decimals ?? 0)} ${found?.symbol ?? ""}`;
  if (options.json) {
    const facts = {
      giver,
      amountMinor: `${packet.money.value}`,
      symbol: found?.symbol,
      sharesLeft: `${sharesLeft}`,
      taken: takenBy.length,
    };
    console.log(JSON.stringify({ ...facts, isRandom, hasSecret: key.length > 0, expiresMs: `${expiresMs}` }));
    return;
  }
  const rows = [
    ["giver", await book.nameOf(giver)],
    ["left", `${amount} in ${counted(sharesLeft, isRandom ? "drawn share" : "equal share")}; ${takenBy.length} taken`],
    ["until", new Date(Number(expiresMs)).toISOString()],
  ];
  console.log(formatTable(rows));
}
