import { type AccountJson, type Address, addressToBytes, bytesToHex } from "@sycee/protocol";
import type { Executor } from "../../block-runner/executor.ts";

/** What an account is on the ledger now, as far as it decides who may read. */
export interface AccountState {
  /** By which the account knows its keys: `0x` and hexadecimal digits. */
  readonly authenticationKey: string;
  /** Whether the ledger has anything of it. */
  readonly isKnown: boolean;
  readonly isSupervisor: boolean;
  readonly isInvestigator: boolean;
  /** Whether it has an operator's licence in force: one that was suspended or revoked, or has expired, opens nothing. */
  readonly isOperator: boolean;
  /** Who serves its wallet. */
  readonly operator: string | undefined;
  /** Who asked for a warrant that it is under. */
  readonly warrantRequesters: readonly string[];
}

interface WarrantsJson {
  readonly warrants: readonly { readonly requester: string; readonly until_ms: string; readonly lifted: boolean }[];
}

interface LicencesJson {
  readonly licences: readonly { readonly kind: number; readonly status: number; readonly expires_at_ms: string | null }[];
}

/** As `oversight::licence` numbers them. */
const OPERATOR_LICENCE = 4;
const GRANTED = 1;

/** Asks the ledger itself, as of its last block: rights never rest on read models. `nowMs` is the time at which warrants stand. */
export async function accountState(executor: Executor, address: Address, nowMs: bigint): Promise<AccountState> {
  const answer = await executor.read({ kind: "account", address });
  const resources: AccountJson["resources"] = answer.status === 200 ? (JSON.parse(answer.body) as AccountJson).resources : [];
  const find = (type: string): unknown => resources.find((resource) => resource.type === type)?.value;
  const account = find("0x2::account::Account") as { readonly authentication_key: string } | undefined;
  const wallet = find("0x2::wallet::Wallet") as { readonly operator: string } | undefined;
  const warrants = (find("0x3::warrant::WalletWarrants") as WarrantsJson | undefined)?.warrants ?? [];
  const licences = (find("0x3::licence::Licences") as LicencesJson | undefined)?.licences ?? [];
  return {
    authenticationKey: account?.authentication_key ?? `0x${bytesToHex(addressToBytes(address))}`,
    isKnown: answer.status === 200,
    isSupervisor: find("0x3::supervisor::Supervisor") !== undefined,
    isInvestigator: find("0x3::investigator::Investigator") !== undefined,
    isOperator: licences.some(
      ({ kind, status, expires_at_ms }) =>
        kind === OPERATOR_LICENCE && status === GRANTED && (expires_at_ms === null || BigInt(expires_at_ms) > nowMs),
    ),
    operator: wallet?.operator,
    warrantRequesters: warrants.filter(({ lifted, until_ms }) => !lifted && BigInt(until_ms) > nowMs).map(({ requester }) => requester),
  };
}
