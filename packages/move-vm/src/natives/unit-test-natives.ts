import type { NativeFactory } from "./native-function.ts";

/** `std::unit_test`. */
export const UNIT_TEST_NATIVES: Record<string, NativeFactory> = {
  // Only has to be there: the compiler makes test modules refer to it.
  poison: () => () => undefined,
};
