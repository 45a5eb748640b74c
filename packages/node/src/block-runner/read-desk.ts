import type { Ledger } from "@sycee/ledger";
import { blake2b } from "@sycee/ledger";
import type { AccountJson, BlockJson, BlockSummaryJson, CustomerAccountJson, InstrumentJson, PackageJson } from "@sycee/protocol";
import { bytesToHex, type Address, blockHash, CodedError, MAX_EXPIRY_AHEAD_MS } from "@sycee/protocol/core";
import { problemAnswer } from "../answers/entry-answer.ts";
import { describeReceipt } from "../answers/describe-receipt.ts";
import { describeBlock, summarise } from "./block-notice.ts";
import { EconomyDesk } from "./economy-desk.ts";
import type { JsonAnswer, ReadRequest } from "./executor-messages.ts";
import type { History } from "./history.ts";
import { ProofDesk } from "./proof-desk.ts";
import { statisticsJson } from "./statistics-json.ts";
import type { TurnoverHistory } from "./turnover-history.ts";

/** What is answered at once. */
export type StateRequest = Exclude<ReadRequest, { readonly kind: "laws" }>;

/** Answers questions from the ledger's state and history, as of its head. */
export class ReadDesk {
  private readonly ledger: Ledger;
  private readonly history: History;
  private readonly proofs: ProofDesk;
  private readonly turnover: TurnoverHistory;
  private readonly economy: EconomyDesk;

  constructor(ledger: Ledger, history: History, turnover: TurnoverHistory) {
    this.ledger = ledger;
    this.history = history;
    this.proofs = new ProofDesk(ledger, history);
    this.turnover = turnover;
    this.economy = new EconomyDesk(ledger);
  }

  answer(request: StateRequest): JsonAnswer {
    try {
      return this.look(request);
    } catch (error) {
      // What is asked for may be pruned, whoever asks.
      if (error instanceof CodedError) return problemAnswer(error.code, error.detail);
      throw error;
    }
  }

  private look(request: StateRequest): JsonAnswer {
    switch (request.kind) {
      case "account":
        return this.account(request.address);
      case "clearing-houses":
        return json({ clearingHouses: this.ledger.clearingHouses() });
      case "clearing-house":
        return this.clearingHouse(request.address);
      case "payment-institution":
        return this.paymentInstitution(request.address);
      case "customer-account":
        return this.customerAccount(request.institution, request.account);
      case "customer-accounts":
        return this.customerAccounts(request.institution, request.first, request.count);
      case "transaction":
        return this.transaction(request.id, request.expiryMs);
      case "block":
        return this.block(request.height);
      case "blocks":
        return this.blocks(request.from, request.limit);
      case "instruments":
        return json({ instruments: this.instruments() });
      case "module":
        return this.module(request.address, request.name);
      case "modules":
        return json({ modules: this.modules() });
      case "statistics":
        return this.statistics(request.height);
      case "proof":
        return this.proofs.answer(request.question);
      case "economy":
        return this.economy.answer(request.question);
    }
  }

  private get height(): bigint {
    const { head } = this.ledger;
    if (head === undefined) throw new Error("the chain has no genesis");
    return head.height;
  }

  private account(address: Address): JsonAnswer {
    const account = this.ledger.account(address);
    if (account === undefined) return problemAnswer("unknown_account", `Nothing on the ledger belongs to ${address}.`);
    const instruments = new Map(this.ledger.instruments().map((instrument) => [instrument.instrument, instrument]));
    const body: AccountJson = {
      address: account.address,
      balances: account.balances.map(({ amountMinor, ...balance }) => {
        const instrument = instruments.get(balance.instrument);
        if (instrument === undefined) throw new Error(`a balance is in instrument ${balance.instrument}, which does not exist`);
        return { ...balance, unit: instrument.unit, decimals: instrument.decimals, amountMinor: amountMinor.toString() };
      }),
      resources: [...account.resources],
    };
    return json(body);
  }

  private clearingHouse(address: Address): JsonAnswer {
    const house = this.ledger.clearingHouse(address);
    return house === undefined ? problemAnswer("unknown_account", `There is no clearing house at ${address}.`) : json(house);
  }

  private paymentInstitution(address: Address): JsonAnswer {
    const institution = this.ledger.paymentInstitution(address);
    if (institution === undefined) return problemAnswer("unknown_account", `There is no payment institution at ${address}.`);
    return json(institution);
  }

  private customerAccount(institution: Address, account: number): JsonAnswer {
    const [found] = this.customerAccountsFrom(institution, account, 1);
    if (found === undefined) return problemAnswer("unknown_account", `${institution} keeps no customer's account ${account}.`);
    return json(found);
  }

  private customerAccounts(institution: Address, first: number, count: number): JsonAnswer {
    return json({ height: this.height.toString(), accounts: this.customerAccountsFrom(institution, first, count) });
  }

  private customerAccountsFrom(institution: Address, first: number, count: number): CustomerAccountJson[] {
    const instruments = new Map(this.ledger.instruments().map((instrument) => [instrument.instrument, instrument]));
    const accounts: CustomerAccountJson[] = [];
    for (const { account, place, instrument, balanceMinor, state } of this.ledger.customerAccountsFrom(institution, first, count)) {
      const known = instruments.get(instrument);
      if (known === undefined) throw new Error(`a book is in instrument ${instrument}, which does not exist`);
      const { symbol, unit, decimals } = known;
      if (accounts.at(-1)?.account !== account) accounts.push({ institution, account, balances: [] });
      accounts.at(-1)?.balances.push({ instrument, symbol, unit, decimals, amountMinor: balanceMinor.toString(), place, state });
    }
    return accounts;
  }

  private transaction(id: Uint8Array, expiryMs: bigint | undefined): JsonAnswer {
    const found = this.history.answerOf(id);
    if (found?.kind === "receipt") {
      return json({ status: "final", receipt: describeReceipt(this.ledger, found.receipt, found.entry, found.place) });
    }
    if (found?.kind === "rejected") return problemAnswer(found.code, found.detail);
    // No later block can hold it: block time only grows.
    if (expiryMs !== undefined && (this.ledger.head?.timeMs ?? 0n) > expiryMs) {
      // An earlier one may, which whoever pays again on "never" would not know.
      if (this.history.reachesBackTo(expiryMs - MAX_EXPIRY_AHEAD_MS)) return json({ status: "never" });
      return problemAnswer("pruned", "The blocks that a transaction of that expiry may be in are not all kept here.");
    }
    return problemAnswer("unknown_transaction");
  }

  private block(height: bigint | "latest"): JsonAnswer {
    const wanted = height === "latest" ? this.height : height;
    if (wanted > this.height) return problemAnswer("unknown_block", `There is no block ${wanted} yet; the last is ${this.height}.`);
    const record = this.history.block(wanted);
    const body: BlockJson = describeBlock(record, blockHash(record.header, blake2b));
    return json(body);
  }

  private blocks(from: bigint, limit: number): JsonAnswer {
    const blocks: BlockSummaryJson[] = [];
    for (let height = from; height <= this.height && blocks.length < limit; height += 1n) {
      const header = this.history.header(height);
      blocks.push(summarise(header, blockHash(header, blake2b)));
    }
    return json({ blocks });
  }

  private statistics(height: bigint | "latest"): JsonAnswer {
    const wanted = height === "latest" ? this.height : height;
    if (wanted > this.height) return problemAnswer("unknown_block", `There is no block ${wanted} yet; the last is ${this.height}.`);
    const statistics = this.ledger.statistics(wanted);
    if (statistics === undefined) return problemAnswer("pruned", `The statistics of block ${wanted} are no longer kept here.`);
    return json(statisticsJson(statistics, this.turnover.sinceMs(statistics.timeMs)));
  }

  private module(address: Address, name: string): JsonAnswer {
    const bytes = this.ledger.moduleBytes(address, name);
    if (bytes === undefined) return problemAnswer("not_found", `There is no module ${name} at ${address}.`);
    return json({ address, name, bytecode: `0x${bytesToHex(bytes)}` });
  }

  private modules() {
    return this.ledger.modules().map(({ package: published, ...module }) => {
      if (published === undefined) return { ...module, package: null };
      const { name, publisher, version, policy, dependencies } = published;
      const body: PackageJson = { name, publisher, version: version.toString(), policy, dependencies: [...dependencies] };
      return { ...module, package: body };
    });
  }

  private instruments(): InstrumentJson[] {
    return this.ledger.instruments().map((instrument) => ({
      ...instrument,
      tiers: this.ledger.economy.tiers(instrument.instrument) ?? null,
      issuer: instrument.issuer ?? null,
      issuedMinor: instrument.issuedMinor.toString(),
      redeemedMinor: instrument.redeemedMinor.toString(),
      outstandingMinor: instrument.outstandingMinor.toString(),
    }));
  }
}

function json(body: unknown): JsonAnswer {
  return { status: 200, body: JSON.stringify(body) };
}
