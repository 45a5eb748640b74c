/** Why a node cannot start, as a plain sentence for the person who started it. */
export class NodeStartError extends Error {
  override readonly name = "NodeStartError";
}
