import { bytesToHex, printTypeTag } from "@sycee/protocol";
import { customerBalance, type Proved, type Statement, walletBalances } from "@sycee/sdk";

const SHOWN_BYTES = 256;
/** The last time that a `Date` can have. */
const MAX_DATE_MS = 8_640_000_000_000_000n;

/** What a proof proves, in plain sentences. Amounts are in minor units: names and decimals of instruments are not in the proof. */
export function provedSentences({ block, statements }: Proved): string[] {
  const { header, hash } = block;
  const when = header.timeMs > MAX_DATE_MS ? `${header.timeMs} ms after 1970` : new Date(Number(header.timeMs)).toISOString();
  const place = `block ${header.height} of ${when}, hash 0x${bytesToHex(hash)}, is a block of chain 0x${bytesToHex(header.chainId)}`;
  const account = customerBalance(statements, header.timeMs);
  if (account !== undefined) {
    const state = account.isClosed ? "is closed" : `has ${account.amountMinor} minor units of instrument ${account.instrument}`;
    const frozen = account.isFrozen ? " and is frozen" : "";
    return [place, `after it, account ${account.account} in the book of ${account.institution} ${state}${frozen}`];
  }
  return [place, ...statements.flatMap(sentencesOf)];
}

function sentencesOf(statement: Statement): string[] {
  const balances = walletBalances(statement);
  if (statement.kind === "resource" && balances !== undefined) {
    if (statement.value === undefined) return [`after it, there is no wallet at ${statement.address}: it holds nothing there`];
    const held = balances.map(({ instrument, amountMinor }) => `${amountMinor} minor units of instrument ${instrument}`);
    return [`after it, the wallet at ${statement.address} holds ${held.length === 0 ? "nothing" : held.join(", ")}, and nothing else`];
  }
  switch (statement.kind) {
    case "resource":
      return [entrySentence(`resource ${statement.type} at ${statement.address}`, statement.value)];
    case "table-entry":
      return [entrySentence(`${statement.type} under the key ${shown(statement.key)} of table ${statement.handle}`, statement.value)];
    case "module":
      if (statement.value !== undefined)
        return [entrySentence(`published module ${statement.address}::${statement.name}`, statement.value)];
      return [
        `after it, nobody has published a module ${statement.address}::${statement.name} (those that the chain began with were not published: they are in its genesis)`,
      ];
    case "element": {
      const name = `element ${statement.index} of the paged vector ${statement.handle} of ${statement.type}`;
      if (statement.value !== undefined) return [entrySentence(name, statement.value)];
      return [`after it, ${name} is element ${statement.index % 64} of the page ${shown(statement.page)}`];
    }
    case "transaction":
      return [`its transaction number ${statement.index} is ${shown(statement.bytes)}`];
    case "receipt": {
      const { id, outcome, gasUsed, events } = statement.receipt;
      return [
        `its transaction number ${statement.index}, 0x${bytesToHex(id)}, ended as ${outcome.kind}, used ${gasUsed} gas and has ${events.length} events`,
      ];
    }
    case "event": {
      const { receipt, event } = statement;
      return [
        `its transaction number ${statement.index}, 0x${bytesToHex(receipt.id)}, emitted ${printable(printTypeTag(event.type))} in call ${event.call}: ${shown(event.data)}`,
      ];
    }
  }
}

function entrySentence(name: string, value: Uint8Array | undefined): string {
  return value === undefined ? `after it, there is no ${name}` : `after it, the ${name} is ${shown(value)}`;
}

// Names in a proof that is read by its own header can be anything, and must not move a terminal's cursor.
function printable(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, "?");
}

function shown(bytes: Uint8Array): string {
  if (bytes.length <= SHOWN_BYTES) return `0x${bytesToHex(bytes)}`;
  return `0x${bytesToHex(bytes.subarray(0, SHOWN_BYTES))}… (${bytes.length} bytes)`;
}

/** Numbers of the instruments that a proof names. */
export function provedInstruments({ block, statements }: Proved): number[] {
  const account = customerBalance(statements, block.header.timeMs);
  if (account !== undefined) return [account.instrument];
  return [...new Set(statements.flatMap((statement) => walletBalances(statement) ?? []).map(({ instrument }) => instrument))];
}

/** The same for programs: every statement whole, bytes as hexadecimal, amounts as strings. */
export function provedJson(proved: Proved): object {
  const { trusted, block, statements } = proved;
  const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value, jsonValue) ?? "null");
  // With the wallet's address: one proof can be of several.
  const balances = statements.flatMap((statement) =>
    statement.kind === "resource" ? (walletBalances(statement) ?? []).map((balance) => ({ address: statement.address, ...balance })) : [],
  );
  const customerAccount = customerBalance(statements, block.header.timeMs);
  return {
    trusted: { height: trusted.header.height.toString(), hash: `0x${bytesToHex(trusted.hash)}` },
    block: {
      chainId: `0x${bytesToHex(block.header.chainId)}`,
      height: block.header.height.toString(),
      hash: `0x${bytesToHex(block.hash)}`,
      timeMs: block.header.timeMs.toString(),
    },
    statements: statements.map((statement) => ({ ...(plain(statement) as object), ...absence(statement) })),
    ...(balances.length === 0 ? {} : { balances: plain(balances) }),
    ...(customerAccount === undefined ? {} : { customerAccount: plain(customerAccount) }),
  };
}

function absence(statement: Statement): object {
  if (statement.kind !== "resource" && statement.kind !== "table-entry" && statement.kind !== "module") return {};
  return { present: statement.value !== undefined };
}

function jsonValue(_: string, value: unknown): unknown {
  if (typeof value === "bigint") return value.toString();
  return value instanceof Uint8Array ? `0x${bytesToHex(value)}` : value;
}
