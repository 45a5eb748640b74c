/** Why the back office does not do something. Numbers are permanent; none is ever given a second meaning. */
export const OFFICE_STATUS = {
  malformed_json: [8001, 400, "The body is not JSON."],
  invalid_request: [8002, 400, "The request does not have the shape this route expects."],
  not_authorised: [8003, 401, "The request needs the bearer token of an app of this institution."],
  not_found: [8004, 404, "There is nothing here."],
  unknown_customer: [8005, 404, "The institution has no customer of this id."],
  unknown_order: [8006, 404, "The institution has no order of this id."],
  unknown_webhook: [8007, 404, "The institution has no webhook of this id."],
  unknown_reconciliation: [8008, 404, "No reconciliation of this id was made."],
  missing_idempotency_key: [8009, 400, "The request needs an Idempotency-Key header of 1 to 255 printable characters."],
  idempotency_key_reused: [8010, 422, "The idempotency key was used for another request."],
  not_a_collection: [8011, 409, "Only a payment to a merchant can be refunded."],
  order_not_final: [8012, 409, "The order is not final yet, or was refused."],
  refund_exceeds_payment: [8013, 409, "The refunds of a payment cannot be more than the payment."],
  queue_full: [8014, 429, "The office has as many orders waiting as it takes; send again later."],
  unsupported_media_type: [8015, 415, "A body is application/json."],
  body_too_large: [8016, 413, "The body is larger than this office takes."],
  internal: [8017, 500, "The office met a fault of its own."],
  stopping: [8018, 503, "The office is stopping; send again."],
  wrong_order: [8019, 409, "The order that is named is of another kind than this needs."],
  unknown_block: [8020, 404, "The office has not entered this block of the ledger yet."],
} as const satisfies Record<string, readonly [number: number, status: number, sentence: string]>;

export type OfficeStatusCode = keyof typeof OFFICE_STATUS;

/** A refusal that the API tells as a problem document (RFC 9457). */
export class OfficeError extends Error {
  override readonly name = "OfficeError";
  readonly code: OfficeStatusCode;
  readonly detail: string;

  constructor(code: OfficeStatusCode, detail: string = OFFICE_STATUS[code][2]) {
    super(`${code}: ${detail}`);
    this.code = code;
    this.detail = detail;
  }

  /** The permanent number of the code. */
  get number(): number {
    return OFFICE_STATUS[this.code][0];
  }

  /** The HTTP status. */
  get status(): number {
    return OFFICE_STATUS[this.code][1];
  }
}
