import type { TSchema } from "typebox";
import type { InstitutionKind } from "../kinds/institution-kind.ts";
import { OrderAnswer } from "./answer-shapes.ts";

/** What the API's document says of a route. */
export interface OfficeRoute {
  readonly operation: string;
  readonly method: "GET" | "POST" | "DELETE";
  /** `/v1/orders/{id}` */
  readonly path: string;
  readonly summary: string;
  readonly body?: TSchema;
  /** Query parameters by name. */
  readonly query?: Readonly<Record<string, TSchema>>;
  /** Whether it needs an Idempotency-Key. */
  readonly isOnce?: true;
  readonly status: number;
  readonly answer: string;
  /** By media type; none where nothing is answered. */
  readonly schemas: Readonly<Record<string, TSchema>>;
  /** Which institutions alone have it; all if absent. */
  readonly only?: InstitutionKind["name"];
}

export const json = (schema: TSchema): Readonly<Record<string, TSchema>> => ({ "application/json": schema });

/** A route that takes an order. */
export const orderRoute = (
  operation: string,
  path: string,
  summary: string,
  body: TSchema,
  only?: InstitutionKind["name"],
): OfficeRoute => ({
  operation,
  method: "POST",
  path,
  summary,
  body,
  isOnce: true,
  status: 202,
  answer: "The order, accepted: ask for it again to see what became of it.",
  schemas: json(OrderAnswer),
  ...(only === undefined ? {} : { only }),
});
