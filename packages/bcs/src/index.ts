export { addressOfBytes, putAddress, readAddress, writeAddress } from "./address-bytes.ts";
export { BcsError, type BcsFault } from "./bcs-error.ts";
export { BcsReader } from "./bcs-reader.ts";
export { BcsWriter } from "./bcs-writer.ts";
export { sharedBytes } from "./shared-bytes.ts";
