/**
 * Every way in which a request can be answered with something else than success. The numbers are permanent: never
 * reused, never renumbered. Ranges name the stage that answers: 1xxx reading the request, 2xxx admission,
 * 3xxx program (calls and their arguments), 4xxx execution, 5xxx looking up, 6xxx the node itself.
 */
export const STATUS = {
  malformed_json: [1001, 400, "The request body is not valid JSON."],
  malformed_bcs: [1002, 400, "The bytes are not a transaction in canonical BCS."],
  trailing_bytes: [1003, 400, "There are bytes after the end of the transaction."],
  body_too_large: [1004, 413, "The request body is larger than this node accepts."],
  unsupported_media_type: [1005, 415, "The content type of the body is not one this route reads."],
  invalid_request: [1006, 400, "The request does not have the shape this route expects."],
  batch_too_large: [1007, 400, "A batch holds at most 500 transactions."],
  transaction_too_large: [1008, 413, "The transaction is larger than the ledger accepts."],
  invalid_address: [1009, 400, "That is not an address: 0x and up to 64 hexadecimal digits."],
  wrong_chain: [2001, 422, "The transaction was signed for another chain."],
  expired: [2002, 422, "The transaction's expiry has passed; it was not executed and never will be."],
  expiry_too_far: [2003, 422, "The expiry is more than 120 seconds ahead of the ledger's time."],
  bad_signature: [2004, 401, "A signature does not fit the payload and its key."],
  wrong_key: [2005, 401, "The key is not the current key of the account that signs."],
  nonce_used: [2006, 409, "The first signer has used this nonce for another transaction."],
  fee_payer_not_supported: [2007, 422, "A fee payer cannot be named yet."],
  gas_limit_too_large: [2008, 422, "The gas limit is above what one transaction may use."],
  unknown_function: [3001, 422, "There is no entry function of that name on the ledger."],
  wrong_argument_count: [3002, 422, "The call has too many or too few arguments."],
  wrong_argument_type: [3003, 422, "An argument does not fit the type of its parameter."],
  wrong_type_argument: [3004, 422, "A type argument does not exist or lacks an ability that is asked for."],
  unused_result: [3005, 422, "A call returned a value that cannot be dropped, and no later call took it."],
  result_unavailable: [3006, 422, "An argument names a result that does not exist, was already moved, or is borrowed twice."],
  publishing_not_enabled: [3007, 403, "This ledger takes no modules: its genesis did not enable publishing."],
  aborted: [4001, 422, "A module refused the transaction."],
  out_of_gas: [4002, 422, "The transaction used up its gas limit."],
  arithmetic_error: [4003, 422, "A number left the range of its type, or was divided by zero."],
  vector_error: [4004, 422, "A vector was read outside its bounds or was not empty when it had to be."],
  limit_exceeded: [4005, 422, "The transaction went beyond a limit on depth, size or memory."],
  missing_resource: [4006, 422, "A resource that the call needs is not there."],
  resource_exists: [4007, 422, "A resource that the call would create is there already."],
  law_broken: [4008, 422, "The transaction would break a law of the ledger and was undone."],
  enum_error: [4009, 422, "An enum value had another variant than the code expected."],
  malformed_module: [4010, 422, "The bytes are not a Move module."],
  unsound_module: [4011, 422, "A module is not sound, or does not fit the modules that it uses."],
  wrong_package: [4012, 422, "A module is not of the package that it would be published in."],
  incompatible_upgrade: [4013, 422, "The upgrade changes what the package's policy keeps."],
  unknown_transaction: [5001, 404, "No transaction of that id is known; if it was sent, it may still be pending or have expired."],
  unknown_account: [5002, 404, "Nothing on the ledger belongs to that address."],
  unknown_block: [5003, 404, "There is no block at that height yet."],
  unknown_module: [5004, 404, "There is no module of that name on the ledger."],
  not_found: [5005, 404, "There is nothing at this path."],
  method_not_allowed: [5006, 405, "This path does not answer that method."],
  pruned: [5007, 410, "The ledger once had this and keeps it no longer."],
  unknown_event: [5008, 404, "The transaction's receipt has no event of that number."],
  unknown_element: [5009, 404, "The paged vector has no element of that number."],
  not_yours: [5010, 403, "The session may not read this."],
  session_required: [5011, 401, "This takes a read session: none was given, or it has ended."],
  challenge_refused: [5012, 401, "The challenge is not one of this node for that address, was used already, or has expired."],
  case_not_open: [5013, 409, "The case is not open: somebody dismissed it or referred it."],
  case_not_dismissed: [5014, 409, "The case is not dismissed, so there is nothing to open again."],
  case_full: [5015, 409, "The case has as many entries as it can keep."],
  unknown_warrant: [5016, 404, "No warrant of that number stands there on the ledger."],
  history_not_kept: [5017, 410, "This node's history begins with a later block: it was begun from a snapshot."],
  overloaded: [6001, 429, "The node has as much work as it can queue; try again shortly."],
  stopping: [6002, 503, "The node is stopping."],
  internal: [6003, 500, "The node met a fault of its own; nothing of this request was kept."],
  read_models_unavailable: [6004, 503, "The node's read models are not there at the moment, or it keeps none."],
} as const satisfies Record<string, readonly [number: number, http: number, sentence: string]>;

/** A stable code, e.g. `expired`. */
export type StatusCode = keyof typeof STATUS;

const BY_NUMBER = new Map<number, StatusCode>(Object.entries(STATUS).map(([code, [number]]) => [number, code as StatusCode]));

/** The code's permanent number. */
export function statusNumber(code: StatusCode): number {
  return STATUS[code][0];
}

/** The code of a permanent number, `undefined` if none has it. */
export function statusOfNumber(number: number): StatusCode | undefined {
  return BY_NUMBER.get(number);
}

/** Whether `text` is a code. */
export function isStatusCode(text: string): text is StatusCode {
  return Object.hasOwn(STATUS, text);
}

/** An error with a stable code: bad input anywhere between the wire and the ledger. `detail` is a plain sentence. */
export class CodedError extends Error {
  override readonly name: string = "CodedError";
  readonly code: StatusCode;
  readonly detail: string;

  constructor(code: StatusCode, detail: string = STATUS[code][2]) {
    super(`${code}: ${detail}`);
    this.code = code;
    this.detail = detail;
  }
}

/** RFC 9457 problem details, as every refused request is answered. */
export interface Problem {
  /** `/problems/<code>`, relative to the node. */
  readonly type: string;
  readonly title: string;
  /** The HTTP status. */
  readonly status: number;
  readonly detail: string;
  readonly code: StatusCode;
  readonly number: number;
}

/** The problem document of a code; `detail` replaces the general sentence by one about this request. */
export function problemOf(code: StatusCode, detail?: string): Problem {
  const [number, status, title] = STATUS[code];
  return { type: `/problems/${code}`, title, status, detail: detail ?? title, code, number };
}
