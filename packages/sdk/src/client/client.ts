import { BcsError } from "@sycee/bcs";
import {
  type AccountJson,
  type Address,
  BATCH_MEDIA_TYPE,
  BATCH_RESULTS_MEDIA_TYPE,
  type BatchResult,
  type BlockJson,
  type BlockSummaryJson,
  type ClearingHouseJson,
  type ClearingHouseSummaryJson,
  CodedError,
  type CustomerAccountJson,
  decodeBatchResults,
  encodeBatch,
  hexToBytes,
  type InstrumentJson,
  type PaymentInstitutionJson,
  type ProofQuestion,
  type ReceiptJson,
  type Route,
  ROUTES,
  type RouteAnswerBody,
  type StatisticsJson,
  type StatusJson,
  TRANSACTION_MEDIA_TYPE,
} from "@sycee/protocol";
import type { Signer } from "../keys/signer.ts";
import { type NonceSource, randomNonces } from "../transactions/nonces.ts";
import { signTransaction, type PreparedTransaction } from "../transactions/sign-transaction.ts";
import { callRoute, type Connection, readBytes, readRoute, type RouteRequest } from "./call-route.ts";
import { EconomyReader } from "./economy-reader.ts";
import { type FollowOptions, followBlocks } from "./follow-blocks.ts";
import { refusalOfReceipt } from "./refusal-of-receipt.ts";
import { prove, type Proof } from "./prove.ts";
import { ReadingAccount, type ReaderSource } from "./reading-account.ts";
import type { ProgramOptions } from "./program-options.ts";
import { ReadModelsClient } from "./read-models-client.ts";
import { ReadSession } from "./read-session.ts";
import { settle, type SettleOptions } from "./settle.ts";
import { settleBatch, type SettledResult } from "./settle-batch.ts";
import { clientError, SyceeError } from "./sycee-error.ts";
import type { TransactionAnswer, TransactionPort } from "./transaction-port.ts";

export interface ClientOptions {
  /** The platform's own if absent. */
  readonly fetch?: typeof fetch;
  /** After this long without an answer a request counts as lost: 30,000 if absent. */
  readonly timeoutMs?: number;
  /** Random nonces if absent. */
  readonly nonces?: NonceSource;
}

/** What a recount found. */
export type LawsAnswer = RouteAnswerBody<typeof ROUTES.recountLaws>;

/**
 * A node, over HTTP. Every method throws `SyceeError` when the node refuses or cannot be reached.
 *
 * @example
 * const client = new Client("http://127.0.0.1:8420");
 * const alice = signerOf(await keyFromSeed(developmentSeed("alice")));
 * const receipt = await client.send({ signers: [alice], calls: [pay({ payee, instrument: 2, amountMinor: 1250n })] });
 */
export class Client implements TransactionPort {
  readonly connection: Connection;
  /** What the node's read models answer everybody: series, who owes what to whom, search. */
  readonly models: ReadModelsClient;
  /** Institutions, books, licences, limits, and what is under way for whom. */
  readonly economy: EconomyReader;
  private readonly nonces: NonceSource;
  private readonly reader = new ReadingAccount(async (signer) => await this.openReadSession(signer));
  private chain: Promise<{ readonly chainId: Uint8Array; readonly clockAheadMs: number }> | undefined;

  constructor(url: string, options: ClientOptions = {}) {
    const platformFetch: typeof fetch = (input, init) => globalThis.fetch(input, init);
    const { timeoutMs = 30_000 } = options;
    this.connection = { url: url.replace(/\/+$/, ""), fetch: options.fetch ?? platformFetch, timeoutMs, reader: this.reader };
    this.economy = new EconomyReader(this.connection);
    this.models = new ReadModelsClient(this.connection);
    this.nonces = options.nonces ?? randomNonces();
  }

  async status(): Promise<StatusJson> {
    return await this.json(ROUTES.getStatus);
  }

  async account(address: Address): Promise<AccountJson> {
    return await this.json(ROUTES.getAccount, { params: { address } });
  }

  /** A payment institution's e-money and what stands behind it. */
  async paymentInstitution(address: Address): Promise<PaymentInstitutionJson> {
    return await this.json(ROUTES.getPaymentInstitution, { params: { address } });
  }

  /** What a customer's account holds in the books of an institution. */
  async customerAccount(institution: Address, account: number): Promise<CustomerAccountJson> {
    return await this.json(ROUTES.getCustomerAccount, { params: { address: institution, account: `${account}` } });
  }

  /** Customers' accounts of an institution from number `from` on, at most `limit` (100 if absent), all as of one block, whose height is told. */
  async customerAccounts(
    institution: Address,
    from = 0,
    limit = 100,
  ): Promise<{ readonly height: string; readonly accounts: readonly CustomerAccountJson[] }> {
    return await this.json(ROUTES.listCustomerAccounts, { params: { address: institution }, query: { from, limit } });
  }

  /** Every clearing house in short. */
  async clearingHouses(): Promise<readonly ClearingHouseSummaryJson[]> {
    return (await this.json(ROUTES.listClearingHouses)).clearingHouses;
  }

  /** What a clearing house has under way and has done. */
  async clearingHouse(address: Address): Promise<ClearingHouseJson> {
    return await this.json(ROUTES.getClearingHouse, { params: { address } });
  }

  async block(height: bigint | "latest"): Promise<BlockJson> {
    return await this.json(ROUTES.getBlock, { params: { height: height.toString() } });
  }

  /** At most `limit` (20 if absent) blocks from a height on. */
  async blocks(from = 0n, limit = 20): Promise<readonly BlockSummaryJson[]> {
    return (await this.json(ROUTES.listBlocks, { query: { from: from.toString(), limit } })).blocks;
  }

  async modules(): Promise<RouteAnswerBody<typeof ROUTES.listModules>["modules"]> {
    return (await this.json(ROUTES.listModules)).modules;
  }

  /** The bytecode of a module. */
  async moduleBytes(address: Address, name: string): Promise<Uint8Array> {
    const { bytecode } = await this.json(ROUTES.getModule, { params: { address, name } });
    const bytes = hexToBytes(bytecode);
    if (bytes === undefined) throw clientError("unexpected_answer", "The node's bytecode is not hexadecimal.");
    return bytes;
  }

  async instruments(): Promise<readonly InstrumentJson[]> {
    return (await this.json(ROUTES.listInstruments)).instruments;
  }

  /** The money supply of every unit as of a block: the last, or one of the last 1,024 since the node was started. */
  async statistics(height: bigint | "latest" = "latest"): Promise<StatisticsJson> {
    return await this.json(ROUTES.getBlockStatistics, { params: { height: height.toString() } });
  }

  /**
   * Opens a time in which an account reads what is its own: the account's keys sign a challenge of the node.
   *
   * @example
   * const session = await client.openReadSession(alice);
   * const { payments } = await session.payments(alice.address);
   */
  async openReadSession(signer: Signer): Promise<ReadSession> {
    return await ReadSession.open(this.connection, (await this.chainOf()).chainId, signer);
  }

  /** Reads as an account from now on, as nobody with `undefined`: in a session, opened when a node that keeps accounts private first asks for one. */
  readAs(reader: ReaderSource | undefined): void {
    this.reader.use(reader);
  }

  /** Recounts every law from the whole state. */
  async laws(): Promise<LawsAnswer> {
    return await this.json(ROUTES.recountLaws);
  }

  /**
   * Asks for a proof, by the header of the node's last block. What it proves, and on what trust, `checkProof` says; the node needs none.
   *
   * @example
   * const { document } = await client.prove({ kind: "resource", address, type: WALLET_TYPE });
   * const { statements } = checkProof(document, trustedBlockHash);
   */
  async prove(question: ProofQuestion, signal?: AbortSignal): Promise<Proof> {
    return await prove(this.connection, question, signal);
  }

  /** Everybody in a development economy, with their keys; `not_found` on every other ledger. */
  async developmentAccounts(): Promise<RouteAnswerBody<typeof ROUTES.listDevelopmentAccounts>["accounts"]> {
    return (await this.json(ROUTES.listDevelopmentAccounts)).accounts;
  }

  /** Every block in order as it becomes final. */
  followBlocks(options: FollowOptions = {}): AsyncGenerator<BlockSummaryJson, void> {
    return followBlocks(this.connection, options);
  }

  /** Whether a transaction is final, pending, or (its expiry being given and past) never will be. */
  async transaction(
    id: string,
    options: { readonly expiryMs?: bigint; readonly signal?: AbortSignal | undefined } = {},
  ): Promise<TransactionAnswer> {
    const query = options.expiryMs === undefined ? {} : { expiryMs: options.expiryMs.toString() };
    return await this.json(ROUTES.getTransaction, { params: { id }, query, ...signalOf(options.signal) });
  }

  /** Sends a transaction once and gives the receipt of an executed one. An error without a receipt may leave the outcome unknown: see `settle`. */
  async submit(transaction: PreparedTransaction, signal?: AbortSignal): Promise<ReceiptJson> {
    const body = { mediaType: TRANSACTION_MEDIA_TYPE, bytes: transaction.bytes };
    const answer = await this.json(ROUTES.submitTransactions, { body, ...signalOf(signal) });
    if (!("status" in answer)) throw clientError("unexpected_answer", "The node answered one transaction as if it were a batch.");
    const refusal = refusalOfReceipt(answer);
    if (refusal !== undefined) throw refusal;
    return answer;
  }

  /** Sends up to 500 transactions once, together; answers in their order. See `settleBatch`. */
  async submitBatch(transactions: readonly Pick<PreparedTransaction, "bytes">[], signal?: AbortSignal): Promise<BatchResult[]> {
    return await this.submitEncodedBatch(encodeBatch(transactions.map(({ bytes }) => bytes)), signal);
  }

  /** Sends a batch that is encoded already (see `encodeBatch`). */
  async submitEncodedBatch(bytes: Uint8Array, signal?: AbortSignal): Promise<BatchResult[]> {
    const body = { mediaType: BATCH_MEDIA_TYPE, bytes };
    const request = { body, accept: BATCH_RESULTS_MEDIA_TYPE, ...signalOf(signal) };
    const response = await callRoute(this.connection, ROUTES.submitTransactions, request);
    const answer = await readBytes(this.connection, response);
    try {
      return decodeBatchResults(answer);
    } catch (error) {
      if (!(error instanceof BcsError || error instanceof CodedError)) throw error;
      throw clientError("unexpected_answer", `${this.connection.url} answered a batch with what is no list of results.`, error);
    }
  }

  /** Sends a transaction until the ledger says what became of it: see `settle`. */
  async settle(transaction: PreparedTransaction, options: SettleOptions = {}): Promise<ReceiptJson> {
    return await settle(this, transaction, options);
  }

  /** Sends up to 500 transactions until it is known what became of each: see `settleBatch`. */
  async settleBatch(transactions: readonly PreparedTransaction[], options: SettleOptions = {}): Promise<SettledResult[]> {
    return await settleBatch(this, transactions, options);
  }

  /** Builds and signs a transaction for this node's chain, by this node's clock. */
  async prepare(program: ProgramOptions): Promise<PreparedTransaction> {
    const { chainId, clockAheadMs } = await this.chainOf();
    const nowMs = BigInt(Math.floor(performance.now() + clockAheadMs));
    return await signTransaction({
      chainId,
      signers: program.signers,
      calls: program.calls,
      nonce: program.nonce ?? this.nonces(),
      expiryMs: nowMs + BigInt(program.expiresInMs ?? 60_000),
      ...(program.gasLimit === undefined ? {} : { gasLimit: program.gasLimit }),
    });
  }

  /** Builds, signs and settles a transaction; signed once more when it never entered because this machine's idea of the node's clock was off. */
  async send(program: ProgramOptions, options: SettleOptions = {}): Promise<ReceiptJson> {
    try {
      return await this.settle(await this.prepare(program), options);
    } catch (error) {
      const clockWasOff = error instanceof SyceeError && (error.code === "expired" || error.code === "expiry_too_far");
      if (!clockWasOff) throw error;
      this.forgetChain();
      return await this.settle(await this.prepare(program), options);
    }
  }

  /** Reads chain and clock again: after the node at this address was exchanged, or its clock set. */
  forgetChain(): void {
    this.chain = undefined;
  }

  private async chainOf(): Promise<{ readonly chainId: Uint8Array; readonly clockAheadMs: number }> {
    this.chain ??= this.readChain();
    try {
      return await this.chain;
    } catch (error) {
      this.chain = undefined;
      throw error;
    }
  }

  private async readChain(): Promise<{ readonly chainId: Uint8Array; readonly clockAheadMs: number }> {
    const status = await this.status();
    const chainId = hexToBytes(status.chainId);
    if (chainId === undefined) throw clientError("unexpected_answer", "The node's chain id is not hexadecimal.");
    return { chainId, clockAheadMs: Number(status.timeMs) - performance.now() };
  }

  private async json<R extends Route>(route: R, request: RouteRequest<R> = {}): Promise<RouteAnswerBody<R>> {
    return await readRoute(this.connection, route, request);
  }
}

function signalOf(signal: AbortSignal | undefined): { readonly signal?: AbortSignal } {
  return signal === undefined ? {} : { signal };
}
