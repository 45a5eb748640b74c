/** What follows an opcode byte: nothing, a ULEB128 index, a fixed-width literal, or an index and a 64-bit count. */
export type OperandForm =
  | "none"
  | "offset"
  | "local"
  | "constant"
  | "function"
  | "function-instantiation"
  | "field"
  | "field-instantiation"
  | "struct"
  | "struct-instantiation"
  | "variant"
  | "variant-instantiation"
  | "jump-table"
  | "signature"
  | "signature-and-count"
  | "u8"
  | "u16"
  | "u32"
  | "u64"
  | "u128"
  | "u256";

/** Every instruction of bytecode versions 6 and 7 with its byte and operand. */
export const OPCODES = {
  Pop: [0x01, "none"],
  Ret: [0x02, "none"],
  BrTrue: [0x03, "offset"],
  BrFalse: [0x04, "offset"],
  Branch: [0x05, "offset"],
  LdU64: [0x06, "u64"],
  LdConst: [0x07, "constant"],
  LdTrue: [0x08, "none"],
  LdFalse: [0x09, "none"],
  CopyLoc: [0x0a, "local"],
  MoveLoc: [0x0b, "local"],
  StLoc: [0x0c, "local"],
  MutBorrowLoc: [0x0d, "local"],
  ImmBorrowLoc: [0x0e, "local"],
  MutBorrowField: [0x0f, "field"],
  ImmBorrowField: [0x10, "field"],
  Call: [0x11, "function"],
  Pack: [0x12, "struct"],
  Unpack: [0x13, "struct"],
  ReadRef: [0x14, "none"],
  WriteRef: [0x15, "none"],
  Add: [0x16, "none"],
  Sub: [0x17, "none"],
  Mul: [0x18, "none"],
  Mod: [0x19, "none"],
  Div: [0x1a, "none"],
  BitOr: [0x1b, "none"],
  BitAnd: [0x1c, "none"],
  Xor: [0x1d, "none"],
  Or: [0x1e, "none"],
  And: [0x1f, "none"],
  Not: [0x20, "none"],
  Eq: [0x21, "none"],
  Neq: [0x22, "none"],
  Lt: [0x23, "none"],
  Gt: [0x24, "none"],
  Le: [0x25, "none"],
  Ge: [0x26, "none"],
  Abort: [0x27, "none"],
  Nop: [0x28, "none"],
  FreezeRef: [0x2e, "none"],
  Shl: [0x2f, "none"],
  Shr: [0x30, "none"],
  LdU8: [0x31, "u8"],
  LdU128: [0x32, "u128"],
  CastU8: [0x33, "none"],
  CastU64: [0x34, "none"],
  CastU128: [0x35, "none"],
  MutBorrowFieldGeneric: [0x36, "field-instantiation"],
  ImmBorrowFieldGeneric: [0x37, "field-instantiation"],
  CallGeneric: [0x38, "function-instantiation"],
  PackGeneric: [0x39, "struct-instantiation"],
  UnpackGeneric: [0x3a, "struct-instantiation"],
  VecPack: [0x40, "signature-and-count"],
  VecLen: [0x41, "signature"],
  VecImmBorrow: [0x42, "signature"],
  VecMutBorrow: [0x43, "signature"],
  VecPushBack: [0x44, "signature"],
  VecPopBack: [0x45, "signature"],
  VecUnpack: [0x46, "signature-and-count"],
  VecSwap: [0x47, "signature"],
  LdU16: [0x48, "u16"],
  LdU32: [0x49, "u32"],
  LdU256: [0x4a, "u256"],
  CastU16: [0x4b, "none"],
  CastU32: [0x4c, "none"],
  CastU256: [0x4d, "none"],
  PackVariant: [0x4e, "variant"],
  PackVariantGeneric: [0x4f, "variant-instantiation"],
  UnpackVariant: [0x50, "variant"],
  UnpackVariantImmRef: [0x51, "variant"],
  UnpackVariantMutRef: [0x52, "variant"],
  UnpackVariantGeneric: [0x53, "variant-instantiation"],
  UnpackVariantGenericImmRef: [0x54, "variant-instantiation"],
  UnpackVariantGenericMutRef: [0x55, "variant-instantiation"],
  VariantSwitch: [0x56, "jump-table"],
} as const satisfies Record<string, readonly [byte: number, operand: OperandForm]>;

export type Opcode = keyof typeof OPCODES;

/** Bytes of the literal after an opcode, of the forms that have one. */
export const LITERAL_BYTES: { readonly [form in OperandForm]?: number } = { u8: 1, u16: 2, u32: 4, u64: 8, u128: 16, u256: 32 };

/** The first opcode byte that only version 7 has; all above it too. */
export const FIRST_VERSION_7_OPCODE = 0x4e;

const BY_BYTE: readonly (Opcode | undefined)[] = (() => {
  const table: (Opcode | undefined)[] = [];
  for (const [opcode, [byte]] of Object.entries(OPCODES)) table[byte] = opcode as Opcode;
  return table;
})();

/** More than any opcode's byte. */
const BYTES_MAX = 0x57;

const BYTE_OF: ReadonlyMap<string, number> = new Map(Object.entries(OPCODES).map(([opcode, [byte]]) => [opcode, byte]));

/** The byte of an opcode, `undefined` for text that is none: hand-made modules may hold any. */
export function byteOfOpcode(opcode: string): number | undefined {
  return BYTE_OF.get(opcode);
}

/** A table of what `make` says of each opcode, by its byte; `otherwise` for bytes that are none. Numbers find faster than names. */
export function tableByByte<Value>(make: (opcode: Opcode) => Value, otherwise: Value): readonly Value[] {
  return Array.from({ length: BYTES_MAX }, (_, byte) => {
    const opcode = BY_BYTE[byte];
    return opcode === undefined ? otherwise : make(opcode);
  });
}

/** Whether the byte was an instruction of global storage, which no later version accepts. */
export function isDeprecatedOpcode(byte: number): boolean {
  return (byte >= 0x29 && byte <= 0x2d) || (byte >= 0x3b && byte <= 0x3f);
}
