import { BcsError, BcsReader } from "@sycee/bcs";
import {
  BATCH_MEDIA_TYPE,
  bytesFromJson,
  CodedError,
  decodeBatch,
  encodeTransaction,
  MAX_BATCH,
  MAX_TRANSACTION_BYTES,
  TRANSACTION_MEDIA_TYPE,
  TransactionJson,
  transactionFromJson,
} from "@sycee/protocol";
import type { FastifyInstance } from "fastify";
import { Type } from "typebox";
import { BODY_LIMITS } from "./body-limits.ts";
import { shapeCheck } from "./check-shape.ts";
import type { LargeBodies } from "./large-bodies.ts";
import { parseJson } from "./parse-json.ts";

/** What a body submits. */
export type Submitted =
  | { readonly kind: "one"; readonly bytes: Uint8Array }
  | { readonly kind: "batch"; readonly transactions: readonly Uint8Array[] };

const checkTransaction = shapeCheck(TransactionJson, "transaction");
const checkBytes = shapeCheck(Type.Object({ bytes: Type.String() }, { additionalProperties: false }), "body");

/** Makes the server keep bodies of these media types as bytes and refuse all others. */
export function installBodyParsers(app: FastifyInstance, largeBodies: LargeBodies): void {
  app.addHook("onRequest", async (request, reply) => largeBodies.admit(request.raw, reply.raw));
  app.removeAllContentTypeParsers();
  for (const [mediaType, bodyLimit] of Object.entries(BODY_LIMITS)) {
    app.addContentTypeParser(mediaType, { parseAs: "buffer", bodyLimit }, (_request, body, done) => done(null, body));
  }
}

/** The transactions of a body. Throws `CodedError`. */
export function readBody(body: unknown, contentType: string | undefined): Submitted {
  const mediaType = isExact(contentType) ? contentType : contentType?.split(";", 1)[0]?.trim().toLowerCase();
  if (!(body instanceof Uint8Array) || mediaType === undefined) {
    throw new CodedError("unsupported_media_type", "A body with a content type is expected: JSON, one transaction or a batch in BCS.");
  }
  if (mediaType === BATCH_MEDIA_TYPE) return { kind: "batch", transactions: readBatch(body) };
  const bytes = mediaType === TRANSACTION_MEDIA_TYPE ? body : readJson(body);
  if (bytes.length > MAX_TRANSACTION_BYTES) throw new CodedError("transaction_too_large");
  return { kind: "one", bytes };
}

// What carries the load is mostly spelled as it is documented.
function isExact(contentType: string | undefined): boolean {
  return contentType === TRANSACTION_MEDIA_TYPE || contentType === BATCH_MEDIA_TYPE;
}

function readBatch(body: Uint8Array): Uint8Array[] {
  try {
    const count = new BcsReader(body).uleb128();
    if (count > MAX_BATCH)
      throw new CodedError("batch_too_large", `A batch holds at most ${MAX_BATCH} transactions; this one says it has ${count}.`);
    return decodeBatch(body);
  } catch (error) {
    if (!(error instanceof BcsError)) throw error;
    if (error.fault === "trailing_bytes") throw new CodedError("trailing_bytes", "There are bytes after the end of the batch.");
    throw new CodedError("malformed_bcs", `The bytes are not a batch in canonical BCS: ${error.message}.`);
  }
}

function readJson(body: Uint8Array): Uint8Array {
  const value = parseJson(body);
  if (typeof value === "object" && value !== null && Object.hasOwn(value, "bytes")) return bytesFromJson(checkBytes(value).bytes, "bytes");
  const transaction = transactionFromJson(checkTransaction(value));
  try {
    return encodeTransaction(transaction);
  } catch (error) {
    if (!(error instanceof BcsError)) throw error;
    throw new CodedError("invalid_request", `The transaction has no canonical form: ${error.message}.`);
  }
}
