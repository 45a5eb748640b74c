import { readCleverCode } from "../format/clever-code.ts";
import type { LinkedModule } from "./linked-module.ts";

/** The identifier and text of the `#[error]` constant that an abort code names; `undefined` if it names none. */
export function errorConstantOf(module: LinkedModule, abortCode: bigint): { name: string; text: string | undefined } | undefined {
  const code = readCleverCode(abortCode);
  if (code?.name === undefined || code.value === undefined) return undefined;
  const { constants } = module.compiled;
  const nameConstant = constants[code.name];
  const value = constants[code.value];
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
