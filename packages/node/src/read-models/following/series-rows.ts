import type { BlockStatistics, ChainReader, InstrumentView, ResourceChange } from "@sycee/ledger";
import { putRows } from "../database/put-rows.ts";
import type { SqlConnection } from "../database/sql-database.ts";
import type { Tables } from "../database/tables.ts";
import { CENTRAL_BANK, centralBankRole, type RoleChange } from "./institution-roles.ts";
import type { LastValues } from "./last-values.ts";
import { bookLines, centralBankLines } from "./statement-rows.ts";

const LICENCES = "0x3::licence::Licences";

/** Kinds of instruments that an institution owes its customers. */
const CUSTOMERS_MONEY: ReadonlySet<string> = new Set(["deposit", "e-money"]);

interface LicenceJson {
  readonly kind: number;
  readonly unit: number;
  readonly status: number;
  readonly limit: string | null;
  readonly expires_at_ms: string | null;
}

/** After which block something stands. */
export interface BlockTime {
  readonly height: bigint;
  /** Milliseconds since 1970. */
  readonly timeMs: bigint;
}

/** Rows of what stands on the ledger: instruments, supply, balance sheets, institutions with their licences. Series have a row only where something changed. */
export class SeriesRows {
  readonly #last: LastValues;
  readonly #moneySupply: Tables["money_supply"][] = [];
  readonly #instrumentSupply: Tables["instrument_supply"][] = [];
  readonly #lines: Tables["statement_lines"][] = [];
  readonly #instruments = new Map<number, InstrumentView>();
  readonly #roles = new Map<string, RoleChange & { readonly height: bigint }>();
  readonly #licences = new Map<string, readonly LicenceJson[]>();

  constructor(last: LastValues) {
    this.#last = last;
  }

  /** Types of resources that {@link addResources} reads. */
  static isRead(reader: ChainReader, type: string): boolean {
    return type === LICENCES || type === CENTRAL_BANK || reader.booksField(type) !== undefined;
  }

  addRole(change: RoleChange, height: bigint): void {
    this.#roles.set(`${change.address} ${change.role}`, { ...change, height });
  }

  /** Takes instruments and the money supply as they stand after a block. */
  addStanding(instruments: readonly InstrumentView[], supply: BlockStatistics | undefined, { height, timeMs: time_ms }: BlockTime): void {
    for (const view of instruments) {
      this.#instruments.set(view.instrument, view);
      const { instrument, issuedMinor: issued, redeemedMinor: redeemed } = view;
      if (this.#last.isNew(`instrument ${instrument}`, [issued, redeemed])) {
        this.#instrumentSupply.push({ instrument, height, time_ms, issued, redeemed });
      }
    }
    for (const { unit, baseMinor: base, m0Minor: m0, m1Minor: m1, m2Minor: m2 } of supply?.units ?? []) {
      if (this.#last.isNew(`supply ${unit}`, [base, m0, m1, m2])) this.#moneySupply.push({ unit, height, time_ms, base, m0, m1, m2 });
    }
    this.#addLines(centralBankLines(supply), { height, timeMs: time_ms });
  }

  /** Takes resources as they are after a block. */
  addResources(reader: ChainReader, changes: readonly ResourceChange[], at: BlockTime): void {
    this.#addLines(bookLines(reader, changes), at);
    for (const change of changes) {
      // Its name is in no event.
      const role = centralBankRole(change);
      if (role !== undefined) this.addRole(role, at.height);
      if (change.type !== LICENCES) continue;
      const { licences } = (change.value ?? { licences: [] }) as unknown as { readonly licences: readonly LicenceJson[] };
      this.#licences.set(change.address, licences);
    }
  }

  /** Code of the unit that an instrument is in. */
  unitOf(instrument: number): string | undefined {
    return this.#instruments.get(instrument)?.unit;
  }

  /** The deposits or e-money that an institution issues. */
  issuedBy(institution: string): number | undefined {
    const views = [...this.#instruments.values()];
    return views.find(({ issuer, kind }) => issuer === institution && CUSTOMERS_MONEY.has(kind))?.instrument;
  }

  /** Who got a role in a block, or has it under another name since. */
  rolesOf(height: bigint): readonly RoleChange[] {
    return [...this.#roles.values()].filter((role) => role.height === height);
  }

  /** Writes everything; `units` are codes of units by number. Returns the number of rows. */
  async write(connection: SqlConnection, units: ReadonlyMap<number, { readonly code: string }>): Promise<number> {
    let rows = await this.#writeRoles(connection, units);
    rows += await this.#writeLicences(connection);
    const instruments = [...this.#instruments.values()].map(({ instrument, symbol, kind, unit, decimals, issuer }) => ({
      instrument,
      symbol,
      kind,
      unit,
      decimals,
      issuer: issuer ?? null,
    }));
    rows += await putRows(connection, "instruments", instruments, { key: ["instrument"], set: "issuer = EXCLUDED.issuer" });
    rows += await putRows(connection, "money_supply", this.#moneySupply);
    rows += await putRows(connection, "instrument_supply", this.#instrumentSupply);
    return rows + (await putRows(connection, "statement_lines", this.#lines));
  }

  #addLines(lines: ReturnType<typeof bookLines>, { height, timeMs: time_ms }: BlockTime): void {
    for (const line of lines) {
      const { institution, side, amount } = line;
      if (this.#last.isNew(`line ${institution} ${side} ${line.line}`, [amount])) this.#lines.push({ ...line, height, time_ms });
    }
  }

  async #writeRoles(connection: SqlConnection, units: ReadonlyMap<number, { readonly code: string }>): Promise<number> {
    const all = [...this.#roles.values()];
    for (const { address, role, isOver } of all) {
      if (isOver) await connection.query("DELETE FROM institutions WHERE address = $1 AND role = $2", [address, role]);
    }
    const roles = all
      .filter(({ isOver }) => !isOver)
      .map(({ address, role, name, unit, height }) => ({
        address,
        role,
        name,
        unit: unit === undefined ? null : (units.get(unit)?.code ?? null),
        height,
      }));
    return await putRows(connection, "institutions", roles, {
      key: ["address", "role"],
      set: "name = EXCLUDED.name, unit = EXCLUDED.unit, height = EXCLUDED.height",
    });
  }

  async #writeLicences(connection: SqlConnection): Promise<number> {
    let rows = 0;
    for (const [address, licences] of this.#licences) {
      await connection.query("DELETE FROM licences WHERE address = $1", [address]);
      const all = licences.map(({ kind, unit, status, limit, expires_at_ms }) => ({
        address,
        kind,
        unit,
        status,
        amount_limit: limit === null ? null : BigInt(limit),
        expires_at_ms: expires_at_ms === null ? null : BigInt(expires_at_ms),
      }));
      rows += await putRows(connection, "licences", all);
    }
    return rows;
  }
}
