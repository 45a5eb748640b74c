import { expect, test } from "vitest";
import { readCleverCode } from "./clever-code.ts";

// The first two are what Move's own tests of its compiler expect of constants at line 11 without and with a code.
test.each([
  ["a constant without an error code", 13906834221588021249n, { errorCode: undefined, line: 11, name: 0, value: 1 }],
  ["a constant with error code 10", 13837872852293910529n, { errorCode: 10, line: 11, name: 0, value: 1 }],
  ["an assertion without a constant", 0xc0ff_0009_ffff_ffffn, { errorCode: undefined, line: 9, name: undefined, value: undefined }],
  ["the older layout, in which no code has a place", 0x80ff_0009_0002_0003n, { errorCode: undefined, line: 9, name: 2, value: 3 }],
  ["no line", 0xc0ff_ffff_ffff_ffffn, { errorCode: undefined, line: undefined, name: undefined, value: undefined }],
])("%s", (_, code, expected) => {
  expect(readCleverCode(code)).toEqual({ ...expected, rest: code & 0xffff_0000_ffff_ffffn });
});

test.each([0n, 7n, 0x7fff_ffff_ffff_ffffn, 0x9000_0000_0000_0001n, 0xa0ff_0009_0000_0001n, 0xf000_0000_0000_0000n])(
  "%d is a code like others",
  (code) => {
    expect(readCleverCode(code)).toBeUndefined();
  },
);
