import type { Static, TObject, TSchema } from "typebox";

/** One answer of a route: what it means, its media type (default `application/json`) and its shape. */
export interface RouteAnswer {
  readonly description: string;
  readonly mediaType?: string;
  readonly schema: TSchema;
}

/** Under which routes are grouped in the documentation, in its order, and what each group is about. */
export const ROUTE_TAGS = {
  Ledger: "The chain, its blocks and modules, and whether its laws hold.",
  Transactions: "Submit signed transactions and ask what became of them.",
  Accounts: "What an address holds, what it may pay, and what is under way for it.",
  Institutions: "Who issues, keeps accounts and settles: names, books, operators, payment institutions.",
  Banks: "Loans and time deposits of commercial banks.",
  Clearing: "Clearing houses: participants, queues, cycles, measures.",
  Supervision: "Licences, warrants, policy and the changes of it that are proposed.",
  Statistics: "The money supply and the central bank's statement.",
  Proofs: "Proofs that are checked without trusting the node.",
  Development: "What only a development ledger tells.",
} as const;

export type RouteTag = keyof typeof ROUTE_TAGS;

/** One HTTP route, from which the server's handler, the client's call and the OpenAPI document are made. */
export interface Route {
  /** Unique name, e.g. `getAccount`. */
  readonly operation: string;
  readonly method: "GET" | "POST";
  /** With parameters in braces: `/v1/accounts/{address}`. */
  readonly path: string;
  /** The group it is documented in. */
  readonly tag: RouteTag;
  /** What it does, in a line. */
  readonly summary: string;
  /** What a newcomer has to know to use it: bounds, order, when it refuses. */
  readonly description: string;
  readonly params?: TObject;
  readonly query?: TObject;
  /** Shapes of the body by media type. */
  readonly bodies?: Readonly<Record<string, TSchema>>;
  /** By HTTP status; every other status is a problem document. */
  readonly answers: Readonly<Record<number, RouteAnswer>>;
}

/** Keeps the exact type of a definition. */
export function defineRoute<const R extends Route>(route: R): R {
  return route;
}

/** Parameters in the path of a route. */
export type RouteParams<R extends Route> = R extends { readonly params: infer P extends TSchema } ? Static<P> : Record<never, never>;

/** Query of a route. */
export type RouteQuery<R extends Route> = R extends { readonly query: infer Q extends TSchema } ? Static<Q> : Record<never, never>;

/** Body of a route's answer with that HTTP status. */
export type RouteAnswerBody<R extends Route, S extends keyof R["answers"] = 200 & keyof R["answers"]> = R["answers"][S] extends {
  readonly schema: infer T extends TSchema;
}
  ? Static<T>
  : never;

/** The path of a route with its parameters filled in and escaped, and its query. */
export function routeUrl(
  route: Route,
  params: Readonly<Record<string, string>> = {},
  query: Readonly<Record<string, string | number | boolean | undefined>> = {},
): string {
  const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ""));
  const pairs = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
  return pairs.length === 0 ? path : `${path}?${new URLSearchParams(pairs).toString()}`;
}
