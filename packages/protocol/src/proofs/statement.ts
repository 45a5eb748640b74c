import type { Address } from "../address.ts";
import type { BlockHeader } from "../block-header.ts";
import type { EventRecord, Receipt } from "../receipt.ts";

/** What a proof has proved of the state after its block, or of what is in the block. */
export type Statement =
  /** `value` is BCS; `undefined`: there is no such resource. */
  | { readonly kind: "resource"; readonly address: Address; readonly type: string; readonly value: Uint8Array | undefined }
  /** `type` is that of the value. */
  | {
      readonly kind: "table-entry";
      readonly handle: Address;
      readonly type: string;
      readonly key: Uint8Array;
      readonly value: Uint8Array | undefined;
    }
  /** `value` is the bytecode. */
  | { readonly kind: "module"; readonly address: Address; readonly name: string; readonly value: Uint8Array | undefined }
  | {
      readonly kind: "element";
      readonly handle: Address;
      readonly type: string;
      readonly index: number;
      /** BCS of the element, where its type has a fixed length; else see `page`. */
      readonly value: Uint8Array | undefined;
      /** BCS of the page, in which it is the element `index % 64`. */
      readonly page: Uint8Array;
    }
  | { readonly kind: "transaction"; readonly index: number; readonly bytes: Uint8Array }
  | { readonly kind: "receipt"; readonly index: number; readonly receipt: Receipt }
  | { readonly kind: "event"; readonly index: number; readonly receipt: Receipt; readonly event: EventRecord };

/** A header and its hash. */
export interface HashedHeader {
  readonly header: BlockHeader;
  readonly hash: Uint8Array;
}

/** What a proof proves to whoever trusts its header. */
export interface Proved {
  /** The header that is trusted. */
  readonly trusted: HashedHeader;
  /** The block that the statements are about: the trusted one, or an earlier one of its chain. */
  readonly block: HashedHeader;
  readonly statements: readonly Statement[];
}
