// What files written by `sycee move bindings` import.
export * from "./move-struct.ts";
export * from "./move-type.ts";
