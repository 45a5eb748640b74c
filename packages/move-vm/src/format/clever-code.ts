const BITS = { version: 60n, errorCode: 48n, line: 32n, name: 16n } as const;
const WITHOUT_ERROR_CODE = 0x8n;
const WITH_ERROR_CODE = 0xcn;
const ABSENT_BYTE = 0xff;
const ABSENT = 0xffff;

/** What an abort code says that the compiler made of a constant marked `#[error]`, or of an `assert!` that names no code. */
export interface CleverCode {
  /** The abort code without its line, which moves whenever something above it does. */
  readonly rest: bigint;
  /** The number of `#[error(code = …)]`. */
  readonly errorCode: number | undefined;
  readonly line: number | undefined;
  /** Index of the constant that holds the name of the one marked. */
  readonly name: number | undefined;
  /** Index of the constant marked. */
  readonly value: number | undefined;
}

/**
 * Reads |4 version|4 reserved|8 error code|16 line|16 name|16 value|, where all ones stand for what is absent; `undefined` for a
 * number of any other version, which is an abort code like others. As `error_bitset.rs` of Move's command line has it: version 8
 * has no error code, version 12 may have one.
 */
export function readCleverCode(abortCode: bigint): CleverCode | undefined {
  const version = abortCode >> BITS.version;
  if (version !== WITHOUT_ERROR_CODE && version !== WITH_ERROR_CODE) return undefined;
  const part = (shift: bigint, absent: number) => {
    const number = Number((abortCode >> shift) & BigInt(absent));
    return number === absent ? undefined : number;
  };
  return {
    rest: abortCode & ~(BigInt(ABSENT) << BITS.line),
    errorCode: version === WITH_ERROR_CODE ? part(BITS.errorCode, ABSENT_BYTE) : undefined,
    line: part(BITS.line, ABSENT),
    name: part(BITS.name, ABSENT),
    value: part(0n, ABSENT),
  };
}
