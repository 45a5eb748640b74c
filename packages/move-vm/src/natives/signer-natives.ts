import type { PrimitiveReference } from "../runtime/runtime-type.ts";
import type { NativeFactory } from "./native-function.ts";

/** `std::signer`. */
export const SIGNER_NATIVES: Record<string, NativeFactory> = {
  // A signer is represented by its address, so that a reference to one is a reference to the other.
  borrow_address: () => (signer: PrimitiveReference) => signer,
};
