import type { LinkedModule } from "./linked-module.ts";

/** Tag of an abort code that names a constant: |1 tag|15 reserved|16 line|16 name|16 value|; both indices of constants. */
const TAG = 1n << 63n;
const INDEX_MASK = 0xffffn;
/** Index of a code that names no constant: an `assert!` without one. */
const ABSENT = 0xffff;

/** The identifier and text of the `#[error]` constant that an abort code names; `undefined` if it names none. */
export function errorConstantOf(module: LinkedModule, abortCode: bigint): { name: string; text: string | undefined } | undefined {
  if ((abortCode & TAG) === 0n) return undefined;
  const identifier = Number((abortCode >> 16n) & INDEX_MASK);
  const constant = Number(abortCode & INDEX_MASK);
  if (identifier === ABSENT || constant === ABSENT) return undefined;
  const { constants } = module.compiled;
  const nameConstant = constants[identifier];
  const value = constants[constant];
  const name = nameConstant === undefined ? undefined : textOf(nameConstant);
  if (name === undefined) return undefined;
  return { name, text: value === undefined ? undefined : textOf(value) };
}

/** A constant of type `vector<u8>` as text, if it is UTF-8. */
function textOf(constant: LinkedModule["compiled"]["constants"][number]): string | undefined {
  const { type, data } = constant;
  if (type.kind !== "vector" || type.element.kind !== "u8") return undefined;
  let start = 0;
  while ((data[start] ?? 0) >= 0x80) start += 1;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(data.subarray(start + 1));
  } catch {
    return undefined;
  }
}
