import type { NativeFactory } from "./native-function.ts";

/** `std::source_marks`, which only sources instrumented for unit tests know: tells the test's runner where the test is. Free. */
export const SOURCE_MARK_NATIVES: Record<string, NativeFactory> = {
  record:
    ({ context }) =>
    (mark: number) => {
      context.onMark?.(mark, context.depth);
    },
};
