import {
  type ActivitySeriesJson,
  type Address,
  type FlowsJson,
  type HolderSharesJson,
  type ReadModelsStatusJson,
  type RecentEventsJson,
  ROUTES,
  type SearchJson,
  type StatementSeriesJson,
  type SupplySeriesJson,
} from "@sycee/protocol";
import { type Connection, readRoute } from "./call-route.ts";
import type { PageOptions } from "./read-session.ts";
import { type SeriesOptions, seriesQuery } from "./series-options.ts";

/**
 * What a node's read models answer everybody. Every answer has the `height` that it is true at, which may trail the ledger. Methods throw
 * `SyceeError`, with `read_models_unavailable` while the models are not there.
 */
export class ReadModelsClient {
  private readonly connection: Connection;

  constructor(connection: Connection) {
    this.connection = connection;
  }

  /** How far the read models are behind the ledger. */
  async status(): Promise<ReadModelsStatusJson> {
    return await readRoute(this.connection, ROUTES.getReadModels);
  }

  /** Base money, M0, M1 and M2 of a unit over time. */
  async supply(unit: string, range: SeriesOptions = {}): Promise<SupplySeriesJson> {
    return await readRoute(this.connection, ROUTES.getSupplySeries, { query: { unit, ...seriesQuery(range) } });
  }

  /** Payments, their value and transactions over time. */
  async activity(unit: string, range: SeriesOptions = {}): Promise<ActivitySeriesJson> {
    return await readRoute(this.connection, ROUTES.getActivitySeries, { query: { unit, ...seriesQuery(range) } });
  }

  /** The lines of an institution's balance sheet over time. */
  async statements(institution: Address, range: SeriesOptions = {}): Promise<StatementSeriesJson> {
    return await readRoute(this.connection, ROUTES.getStatementSeries, { params: { institution }, query: seriesQuery(range) });
  }

  /** Who owes what to whom in a unit. */
  async flows(unit: string): Promise<FlowsJson> {
    return await readRoute(this.connection, ROUTES.getFlows, { query: { unit } });
  }

  /** How unevenly an instrument is held. */
  async holderShares(instrument: number): Promise<HolderSharesJson> {
    return await readRoute(this.connection, ROUTES.getHolderShares, { query: { instrument } });
  }

  /** What institutions and authorities did, the newest first. */
  async events(options: PageOptions = {}): Promise<RecentEventsJson> {
    return await readRoute(this.connection, ROUTES.listRecentEvents, { query: { ...options } });
  }

  /** Finds a block, a transaction, an institution or an instrument. Accounts are found in a read session. */
  async search(text: string): Promise<SearchJson> {
    return await readRoute(this.connection, ROUTES.search, { query: { q: text } });
  }
}
