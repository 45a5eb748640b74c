import { decodeProof, PROOF_MEDIA_TYPE, ProofError, type ProofDocument, type ProofQuestion, proofRequest } from "@sycee/protocol";
import { callRoute, type Connection, readBytes } from "./call-route.ts";
import { clientError } from "./sycee-error.ts";

/** A proof as a node gave it: nothing of it is checked yet. */
export interface Proof {
  /** As it is kept in a file. */
  readonly bytes: Uint8Array;
  readonly document: ProofDocument;
}

/** Asks a node for a proof. Throws `SyceeError`. */
export async function prove(connection: Connection, question: ProofQuestion, signal?: AbortSignal): Promise<Proof> {
  const { route, params, query } = proofRequest(question);
  const response = await callRoute(connection, route, {
    params,
    query,
    accept: PROOF_MEDIA_TYPE,
    ...(signal === undefined ? {} : { signal }),
  });
  const bytes = await readBytes(connection, response);
  try {
    return { bytes, document: decodeProof(bytes) };
  } catch (error) {
    if (error instanceof ProofError) throw clientError("unexpected_answer", `${connection.url} answered with what is no proof.`, error);
    throw error;
  }
}
