import type { TypeToken } from "../format/compiled-module.ts";
import type { ModuleScope } from "./module-scope.ts";

const FIXED_BYTES: { readonly [kind in TypeToken["kind"]]?: number } = {
  bool: 1,
  u8: 1,
  u16: 2,
  u32: 4,
  u64: 8,
  u128: 16,
  u256: 32,
  address: 32,
};

/** Pass 6. Constants are of primitive types other than `signer`, or vectors of such, and their bytes are exactly one value. */
export function checkConstants(scope: ModuleScope): void {
  for (const [index, { type, data }] of scope.compiled.constants.entries()) {
    let innermost = type;
    while (innermost.kind === "vector") innermost = innermost.element;
    if (FIXED_BYTES[innermost.kind] === undefined)
      scope.fail("bad_constant_type", `constant ${index} is of a type that constants cannot have`);
    const reader = new ConstantReader(scope, index, data);
    reader.skip(type);
    if (!reader.atEnd) scope.fail("bad_constant_data", `constant ${index} has bytes after its value`);
  }
}

/** Steps over a value in BCS; recursion is as deep as the type, at most 256. */
class ConstantReader {
  readonly #scope: ModuleScope;
  readonly #index: number;
  readonly #data: Uint8Array;
  #position = 0;

  constructor(scope: ModuleScope, index: number, data: Uint8Array) {
    this.#scope = scope;
    this.#index = index;
    this.#data = data;
  }

  get atEnd(): boolean {
    return this.#position === this.#data.length;
  }

  skip(type: TypeToken): void {
    this.#scope.charge(1);
    if (type.kind === "vector") {
      const length = this.#length();
      const width = FIXED_BYTES[type.element.kind];
      if (width !== undefined && type.element.kind !== "bool") this.#take(length * width);
      else for (let index = 0; index < length; index += 1) this.skip(type.element);
      return;
    }
    const start = this.#position;
    this.#take(FIXED_BYTES[type.kind] ?? 0);
    if (type.kind === "bool" && (this.#data[start] ?? 0) > 1) this.#fail("a boolean is neither 0 nor 1");
  }

  #take(count: number): void {
    if (count > this.#data.length - this.#position) this.#fail("its bytes end early");
    this.#position += count;
  }

  /** A ULEB128 length in its shortest form; one beyond the bytes is noticed when they end. */
  #length(): number {
    let value = 0;
    for (let shift = 0; shift < 5; shift += 1) {
      this.#take(1);
      const byte = this.#data[this.#position - 1] ?? 0;
      value += (byte & 0x7f) * 128 ** shift;
      if (byte >= 0x80) continue;
      if (byte === 0 && shift > 0) this.#fail("a length has needless zeros");
      return value;
    }
    return this.#fail("a length is too long");
  }

  #fail(detail: string): never {
    return this.#scope.fail("bad_constant_data", `constant ${this.#index}: ${detail}`);
  }
}
