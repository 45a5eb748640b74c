import {
  answersQuestion,
  decodeProof,
  PROOF_MEDIA_TYPE,
  ProofError,
  type ProofDocument,
  type ProofQuestion,
  proofRequest,
} from "@sycee/protocol";
import { callRoute, type Connection, readBytes } from "./call-route.ts";
import { clientError } from "./sycee-error.ts";

/** A proof as a node gave it: it is about what was asked, and not checked yet. */
export interface Proof {
  /** As it is kept in a file. */
  readonly bytes: Uint8Array;
  readonly document: ProofDocument;
}

/** Asks a node for a proof. Throws `SyceeError`, `unexpected_answer` too for a proof of something else. */
export async function prove(connection: Connection, question: ProofQuestion, signal?: AbortSignal): Promise<Proof> {
  const { route, params, query } = proofRequest(question);
  const response = await callRoute(connection, route, {
    params,
    query,
    accept: PROOF_MEDIA_TYPE,
    ...(signal === undefined ? {} : { signal }),
  });
  const bytes = await readBytes(connection, response);
  const document = decoded(connection, bytes);
  if (!answersQuestion(document, question)) {
    throw clientError("unexpected_answer", `${connection.url} answered with a proof of something else than what was asked.`);
  }
  return { bytes, document };
}

function decoded(connection: Connection, bytes: Uint8Array): ProofDocument {
  try {
    return decodeProof(bytes);
  } catch (error) {
    if (error instanceof ProofError) throw clientError("unexpected_answer", `${connection.url} answered with what is no proof.`, error);
    throw error;
  }
}
