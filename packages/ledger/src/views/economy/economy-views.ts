import type {
  BooksJson,
  CentralBankPolicyJson,
  EscrowsJson,
  InstitutionsJson,
  LicenceJson,
  LicencesJson,
  LoansJson,
  OperatorsJson,
  PaymentRequestJson,
  PaymentRequestsJson,
  ProposalsJson,
  RedPacketsJson,
  SettledPaymentsJson,
  StandingOrdersJson,
  TierJson,
  TimeDepositsJson,
  WalletLimitsJson,
  WarrantsJson,
} from "@sycee/protocol";
import type { Address, InstitutionKind } from "@sycee/protocol/core";
import type { DirectoryPage } from "../../directory/directory.ts";
import type { PartyList } from "../../directory/listed-types.ts";
import type { LedgerStore } from "../../ledger-store.ts";
import type { Machine } from "../../machine.ts";
import { StateReader } from "../state-reader.ts";
import { type BankClaimsQuestion, loansOf, timeDepositsOf } from "./bank-claims.ts";
import { booksOf } from "./books.ts";
import { institutionsAt, operatorsOf } from "./institutions.ts";
import { licencesOf } from "./licences.ts";
import type { AddressPaging, NumberPaging } from "./paging.ts";
import { policyOf, proposalsOf, tiersOf } from "./policy.ts";
import { escrowAt, paymentRequestAt, redPacketAt, standingOrderAt } from "./retail.ts";
import { type SettledPaymentsQuestion, settledPaymentsOf } from "./settled-payments.ts";
import { walletLimitsAt } from "./wallet-limits.ts";
import { warrantsAt } from "./warrants.ts";

type At<T> = Omit<T, "height">;

/**
 * The payment economy as of the last block: what one question costs is bounded, however large the ledger is. `undefined` is answered
 * where there is no such thing at the address.
 */
export interface EconomyViews {
  /** Reads about `bytes` bytes of the state for the lists; to be called between blocks until it answers true. Then lists can be asked for. */
  prepareLists(bytes: number): boolean;
  institutions(question: AddressPaging & { readonly kind: InstitutionKind | undefined }): At<InstitutionsJson>;
  operators(centralBank: Address, page: AddressPaging): At<OperatorsJson> | undefined;
  books(institution: Address): At<BooksJson> | undefined;
  loans(bank: Address, question: BankClaimsQuestion): At<LoansJson> | undefined;
  timeDeposits(bank: Address, question: BankClaimsQuestion): At<TimeDepositsJson> | undefined;
  settledPayments(institution: Address, question: SettledPaymentsQuestion): At<SettledPaymentsJson> | undefined;
  licences(
    question: AddressPaging & {
      readonly holder: Address | undefined;
      readonly kind: LicenceJson["kind"] | undefined;
      readonly status: LicenceJson["status"] | undefined;
    },
  ): At<LicencesJson>;
  warrants(address: Address, page: NumberPaging): At<WarrantsJson>;
  policy(centralBank: Address): At<CentralBankPolicyJson> | undefined;
  /** The limits of wallets by tier in an instrument; `undefined` where it stands under no policy. */
  tiers(instrument: number): TierJson[] | undefined;
  proposals(question: AddressPaging & { readonly authority: Address | undefined }): At<ProposalsJson>;
  walletLimits(address: Address): At<WalletLimitsJson> | undefined;
  escrows(party: Address, page: AddressPaging): At<EscrowsJson>;
  paymentRequests(payee: Address, page: AddressPaging): At<PaymentRequestsJson>;
  paymentRequest(address: Address): PaymentRequestJson | undefined;
  redPackets(giver: Address, page: AddressPaging): At<RedPacketsJson>;
  standingOrders(party: Address, page: AddressPaging): At<StandingOrdersJson>;
}

/** The views of a ledger whose last block has the time that `headTimeMs` tells, in milliseconds since 1970. */
export function createEconomyViews(machine: Pick<Machine, "vm" | "directory">, store: LedgerStore, headTimeMs: () => bigint): EconomyViews {
  const open = () => new StateReader(machine.vm, store, headTimeMs());
  const one = (address: Address): DirectoryPage => ({ addresses: [address], next: undefined, complete: true });
  const things = <T>(
    list: PartyList,
    party: Address,
    { after, limit }: AddressPaging,
    read: (state: StateReader, address: Address) => T | undefined,
  ) => {
    const { addresses, next, complete } = machine.directory.pageOf(list, party, after, limit);
    const state = open();
    const found = addresses.flatMap((address) => read(state, address) ?? []);
    return { found, next: next ?? null, complete };
  };
  return {
    prepareLists: (bytes) => machine.directory.prepare(bytes),
    institutions({ after, limit, kind }) {
      const { addresses, next, complete } = machine.directory.page("institutions", after, limit);
      const state = open();
      const all = addresses.flatMap((address) => institutionsAt(state, address));
      return { institutions: all.filter((each) => kind === undefined || each.kind === kind), next: next ?? null, complete };
    },
    operators: (centralBank, page) => operatorsOf(open(), centralBank, page),
    books: (institution) => booksOf(open(), institution),
    loans: (bank, question) => loansOf(open(), bank, question),
    timeDeposits: (bank, question) => timeDepositsOf(open(), bank, question),
    settledPayments: (institution, question) => settledPaymentsOf(open(), institution, question),
    licences({ after, limit, holder, kind, status }) {
      const { addresses, next, complete } = holder === undefined ? machine.directory.page("licences", after, limit) : one(holder);
      const state = open();
      const licences = addresses
        .flatMap((address) => licencesOf(state, address))
        .filter((each) => (kind === undefined || each.kind === kind) && (status === undefined || each.status === status));
      return { licences, next: next ?? null, complete };
    },
    warrants: (address, page) => warrantsAt(open(), address, page),
    policy: (centralBank) => policyOf(open(), centralBank),
    tiers: (instrument) => tiersOf(open(), instrument),
    proposals({ after, limit, authority }) {
      const { addresses, next, complete } = authority === undefined ? machine.directory.page("proposals", after, limit) : one(authority);
      const state = open();
      return { proposals: addresses.flatMap((address) => proposalsOf(state, address)), next: next ?? null, complete };
    },
    walletLimits: (address) => walletLimitsAt(open(), address),
    escrows: (party, page) => {
      const { found, ...rest } = things("escrows", party, page, escrowAt);
      return { escrows: found, ...rest };
    },
    paymentRequests: (payee, page) => {
      const { found, ...rest } = things("requests", payee, page, paymentRequestAt);
      return { requests: found, ...rest };
    },
    paymentRequest: (address) => paymentRequestAt(open(), address),
    redPackets: (giver, page) => {
      const { found, ...rest } = things("packets", giver, page, redPacketAt);
      return { packets: found, ...rest };
    },
    standingOrders: (party, page) => {
      const { found, ...rest } = things("orders", party, page, standingOrderAt);
      return { orders: found, ...rest };
    },
  };
}
