import type { NativeFactory } from "./native-function.ts";

/** `std::unit_test`, which is in no module that was not compiled for tests. */
export const UNIT_TEST_NATIVES: Record<string, NativeFactory> = {
  // Only has to be there: the compiler makes test modules refer to it.
  poison: () => () => undefined,
  // Its argument has been taken: nothing is left of it.
  destroy: () => () => undefined,
};
