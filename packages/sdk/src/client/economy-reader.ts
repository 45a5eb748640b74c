import {
  type Address,
  type BooksJson,
  type CentralBankPolicyJson,
  type EscrowsJson,
  type InstitutionKind,
  type InstitutionsJson,
  type LicenceJson,
  type LicencesJson,
  type LoansJson,
  type OperatorsJson,
  type PaymentRequestsJson,
  type ProposalsJson,
  type RedPacketsJson,
  type RouteAnswerBody,
  ROUTES,
  type SettledPaymentsJson,
  type StandingOrdersJson,
  type TimeDepositsJson,
  type WalletLimitsJson,
  type WarrantsJson,
} from "@sycee/protocol";
import { type Connection, readRoute } from "./call-route.ts";

/** Which page of a list in the order of addresses. */
export interface AddressPageOptions {
  /** The `next` of the page before; the first page if absent. */
  readonly after?: string;
  /** 1 to 100; 50 if absent. */
  readonly limit?: number;
}

/** Which page of a list in the order of numbers. */
export type NumberPageOptions = AddressPageOptions;

/** Which settled payments of an institution. */
export interface SettledPaymentsOptions {
  readonly house: Address;
  /** The `next` of the page before; the last payments if absent. */
  readonly before?: string;
  /** 1 to 100; 50 if absent. */
  readonly limit?: number;
  /** Those of one account of the institution only. */
  readonly account?: number;
  /** Those in one state only. */
  readonly state?: SettledPaymentsJson["payments"][number]["state"];
}

/** Which of a bank's loans or time deposits. */
export interface BankClaimsOptions extends NumberPageOptions {
  /** Those of one account of the bank only. */
  readonly account?: number;
}

/**
 * Reads the payment economy from a node, as `Client.economy`. Every method throws `SyceeError`: `unknown_account` where there is no such
 * thing at the address. Amounts are decimal strings of minor units, with unit and decimals beside them.
 *
 * @example
 * const { accounts, trialBalance } = await client.economy.books(bank);
 * for await (const { loans } of pages((after) => client.economy.loans(bank, after))) console.log(loans);
 */
export class EconomyReader {
  private readonly connection: Connection;

  constructor(connection: Connection) {
    this.connection = connection;
  }

  /** Central banks, banks, payment institutions, operators and clearing houses, of one kind if given. */
  async institutions(options: AddressPageOptions & { readonly kind?: InstitutionKind } = {}): Promise<InstitutionsJson> {
    return await readRoute(this.connection, ROUTES.listInstitutions, { query: { ...options } });
  }

  /** The operators that a central bank admitted. */
  async operators(centralBank: Address, options: AddressPageOptions = {}): Promise<OperatorsJson> {
    return await readRoute(this.connection, ROUTES.listOperators, { params: { address: centralBank }, query: { ...options } });
  }

  /** An institution's chart of accounts with balances, and its trial balance. */
  async books(institution: Address): Promise<BooksJson> {
    return await readRoute(this.connection, ROUTES.getBooks, { params: { address: institution } });
  }

  /** A bank's loans that are not repaid. */
  async loans(bank: Address, options: BankClaimsOptions = {}): Promise<LoansJson> {
    return await readRoute(this.connection, ROUTES.listLoans, { params: { address: bank }, query: { ...options } });
  }

  /** A bank's time deposits. */
  async timeDeposits(bank: Address, options: BankClaimsOptions = {}): Promise<TimeDepositsJson> {
    return await readRoute(this.connection, ROUTES.listTimeDeposits, { params: { address: bank }, query: { ...options } });
  }

  /** What a clearing house keeps of settled payments of an institution's customers, the last first, and what waits to be claimed there. */
  async settledPayments(institution: Address, { house, ...page }: SettledPaymentsOptions): Promise<SettledPaymentsJson> {
    return await readRoute(this.connection, ROUTES.listSettledPayments, { params: { address: institution }, query: { house, ...page } });
  }

  /** Licences: of one holder, of a kind, with a status. */
  async licences(
    options: AddressPageOptions & {
      readonly holder?: Address;
      readonly kind?: LicenceJson["kind"];
      readonly status?: LicenceJson["status"];
    } = {},
  ): Promise<LicencesJson> {
    return await readRoute(this.connection, ROUTES.listLicences, { query: { ...options } });
  }

  /** The warrants that a wallet, or customers' accounts of an institution, are or were under. */
  async warrants(address: Address, options: NumberPageOptions = {}): Promise<WarrantsJson> {
    return await readRoute(this.connection, ROUTES.listWarrants, { params: { address }, query: { ...options } });
  }

  /** A central bank's policy: parameters, tiers, and the delay before changes. */
  async policy(centralBank: Address): Promise<CentralBankPolicyJson> {
    return await readRoute(this.connection, ROUTES.getPolicy, { params: { address: centralBank } });
  }

  /** Changes of policy that wait for their time: of one central bank if given. */
  async proposals(options: AddressPageOptions & { readonly authority?: Address } = {}): Promise<ProposalsJson> {
    return await readRoute(this.connection, ROUTES.listProposals, { query: { ...options } });
  }

  /** A wallet's tier and limits, and how much of them is left. */
  async walletLimits(address: Address): Promise<WalletLimitsJson> {
    return await readRoute(this.connection, ROUTES.getWalletLimits, { params: { address } });
  }

  /** The escrows in which an address is buyer, seller or arbiter. */
  async escrows(party: Address, options: AddressPageOptions = {}): Promise<EscrowsJson> {
    return await readRoute(this.connection, ROUTES.listEscrows, { params: { address: party }, query: { ...options } });
  }

  /** The payment requests of a payee that are not paid. */
  async paymentRequests(payee: Address, options: AddressPageOptions = {}): Promise<PaymentRequestsJson> {
    return await readRoute(this.connection, ROUTES.listPaymentRequests, { params: { address: payee }, query: { ...options } });
  }

  /** A payment request: what it asks, whether and by whom it was paid. */
  async paymentRequest(address: Address): Promise<RouteAnswerBody<typeof ROUTES.getPaymentRequest>> {
    return await readRoute(this.connection, ROUTES.getPaymentRequest, { params: { address } });
  }

  /** The red packets that an address gave and that are not empty. */
  async redPackets(giver: Address, options: AddressPageOptions = {}): Promise<RedPacketsJson> {
    return await readRoute(this.connection, ROUTES.listRedPackets, { params: { address: giver }, query: { ...options } });
  }

  /** The standing orders in which an address is payer or payee. */
  async standingOrders(party: Address, options: AddressPageOptions = {}): Promise<StandingOrdersJson> {
    return await readRoute(this.connection, ROUTES.listStandingOrders, { params: { address: party }, query: { ...options } });
  }
}

/** Every page of a list, one after another: `read` is given where each begins. */
export async function* pages<P extends { readonly next: string | null }>(
  read: (page: { readonly after?: string }) => Promise<P>,
): AsyncGenerator<P, void> {
  let page = await read({});
  yield page;
  while (page.next !== null) {
    page = await read({ after: page.next });
    yield page;
  }
}
