import { BcsWriter } from "@sycee/bcs";
import {
  type AccountPaymentsJson,
  type AccountStatementJson,
  type Address,
  type AlertJson,
  type AlertListJson,
  bytesToHex,
  type CaseJson,
  type CaseListJson,
  hexToBytes,
  type PastBalancesJson,
  readSessionMessage,
  type ReadSessionJson,
  type Route,
  ROUTES,
  type RouteAnswerBody,
  type SearchJson,
  writeAuthenticator,
} from "@sycee/protocol";
import type { Signer } from "../keys/signer.ts";
import { callRoute, type Connection, readRoute, type RouteRequest } from "./call-route.ts";
import { clientError } from "./sycee-error.ts";

/** Where a list goes on, and how much of it is wanted. */
export interface PageOptions {
  /** What the page before gave as `next`. */
  readonly before?: string;
  /** 50 if absent, 500 at most. */
  readonly limit?: number;
}

/** Which alerts are wanted: of one rule, or of all if absent; 200 at most at a time. */
export interface AlertOptions extends PageOptions {
  readonly rule?: AlertJson["rule"];
}

/** Which cases are wanted: of one rule and in one state, or all; 200 at most at a time. */
export interface CaseOptions extends AlertOptions {
  readonly state?: CaseJson["state"];
}

/** What a supervisor does with a case, and why: 1 to 2,000 characters. `refer` takes a warrant that stands on the ledger. */
export type CaseActRequest =
  | { readonly act: "note" | "dismiss" | "reopen"; readonly text: string }
  | { readonly act: "refer"; readonly text: string; readonly warrant: { readonly number: string; readonly party: string } };

/**
 * A time in which a node lets an account read what is its own: 15 minutes, or until the node stops. Methods throw `SyceeError` with
 * `session_required` when it is over, and `not_yours` for what the account may not read.
 */
export class ReadSession {
  readonly address: Address;
  /** The node's clock, milliseconds since 1970. */
  readonly expiresMs: bigint;
  /** What the account is, as far as that opens more than its own accounts. */
  readonly roles: ReadSessionJson["roles"];
  private readonly connection: Connection;
  /** Sent with every request of the session: whoever has it reads in it. */
  readonly token: string;

  private constructor(connection: Connection, address: Address, answer: ReadSessionJson) {
    this.connection = connection;
    this.address = address;
    this.token = answer.token;
    this.expiresMs = BigInt(answer.expiresMs);
    this.roles = answer.roles;
  }

  /** Has the account sign a challenge of the node. `chainId` is 32 bytes. */
  static async open(connection: Connection, chainId: Uint8Array, signer: Signer): Promise<ReadSession> {
    const { address } = signer;
    const asked = await post(connection, ROUTES.askReadChallenge, { address });
    const challenge = hexToBytes(asked.challenge);
    if (challenge === undefined) throw clientError("unexpected_answer", "The node's challenge is not hexadecimal.");
    const writer = new BcsWriter();
    // Of the node that was asked, whatever it says of itself: what is signed opens a session there alone.
    const { origin } = new URL(connection.url);
    writeAuthenticator(writer, await signer.authenticate(readSessionMessage({ chainId, challenge, address, origin })));
    const authenticator = `0x${bytesToHex(writer.toBytes())}`;
    return new ReadSession(
      connection,
      address,
      await post(connection, ROUTES.openReadSession, { address, challenge: asked.challenge, origin, authenticator }),
    );
  }

  /** Payments of an account, the newest first. */
  async payments(address: Address, options: PageOptions = {}): Promise<AccountPaymentsJson> {
    return await this.json(ROUTES.listAccountPayments, { params: { address }, query: { ...options } });
  }

  /** Alerts of laundering patterns, those changed last first: for supervisors. */
  async alerts(options: AlertOptions = {}): Promise<AlertListJson> {
    return await this.json(ROUTES.listAlerts, { query: { ...options } });
  }

  /** One alert with all the payments that are listed of it, as of a block: for supervisors. */
  async alert(id: string): Promise<{ readonly height: string; readonly alert: AlertJson }> {
    return await this.json(ROUTES.getAlert, { params: { alert: id } });
  }

  /** Cases of alerts, those whose alert changed last first: for supervisors. */
  async cases(options: CaseOptions = {}): Promise<CaseListJson> {
    return await this.json(ROUTES.listCases, { query: { ...options } });
  }

  /** The case of an alert: for supervisors. */
  async case(alert: string): Promise<CaseJson> {
    return (await this.json(ROUTES.getCase, { params: { alert } })).case;
  }

  /** Notes something in a case, dismisses it, refers it with a warrant or opens it again. Gives the case as it is then. */
  async actOnCase(alert: string, act: CaseActRequest): Promise<CaseJson> {
    const bytes = new TextEncoder().encode(JSON.stringify(act));
    return (await this.json(ROUTES.actOnCase, { params: { alert }, body: { mediaType: "application/json", bytes } })).case;
  }

  /** An account's statement of a month, `YYYY-MM`, which begins and ends so many minutes east of Greenwich (those of the ledger are `zoneOfUnits`), in UTC if absent. Throws `history_not_kept` for one that was over when the node's history begins. */
  async statement(address: Address, month: string, zoneOffsetMinutes?: number): Promise<AccountStatementJson> {
    const zone = zoneOffsetMinutes === undefined ? {} : { zone: zoneOffsetMinutes };
    return await this.json(ROUTES.getAccountStatement, { params: { address }, query: { month, ...zone } });
  }

  /** What an account had after a block, the last if none is given. Throws `history_not_kept` for one before the node's history begins. */
  async balances(address: Address, at?: bigint): Promise<PastBalancesJson> {
    return await this.json(ROUTES.getPastBalances, { params: { address }, query: at === undefined ? {} : { at: `${at}` } });
  }

  /** Finds what a text names, accounts that may be read among it. */
  async search(text: string): Promise<SearchJson> {
    return await this.json(ROUTES.search, { query: { q: text } });
  }

  /** Ends the session on the node. */
  async end(): Promise<void> {
    await callRoute(this.connection, ROUTES.endReadSession, { bearer: this.token });
  }

  private async json<R extends Route>(route: R, request: RouteRequest<R>): Promise<RouteAnswerBody<R>> {
    return await readRoute(this.connection, route, { ...request, bearer: this.token });
  }
}

async function post<R extends Route>(connection: Connection, route: R, body: object): Promise<RouteAnswerBody<R>> {
  const bytes = new TextEncoder().encode(JSON.stringify(body));
  return await readRoute(connection, route, { body: { mediaType: "application/json", bytes } });
}
