import { latin1Text } from "../format/latin1-text.ts";
import type { ModuleLinker } from "../runtime/module-linker.ts";
import type { PrimitiveKind, RuntimeType } from "../runtime/runtime-type.ts";
import { typeDirectoryKey, typeHash } from "./state-key.ts";
import type { StateStore } from "./state-store.ts";
import { parseTypeKey } from "./type-key.ts";

const PRIMITIVES: readonly PrimitiveKind[] = ["bool", "u8", "u16", "u32", "u64", "u128", "u256", "address", "signer"];
const utf8 = new TextDecoder("utf-8", { fatal: true });

/** Finds the type that a hash in a state key stands for: declared types by heart, instantiations by their entry in the store. */
export class TypeDirectory {
  private readonly linker: ModuleLinker;
  private readonly byHash = new Map<string, RuntimeType>();

  constructor(linker: ModuleLinker) {
    this.linker = linker;
    for (const kind of PRIMITIVES) this.learn(linker.primitive(kind));
    for (const type of linker.declaredTypes()) this.learn(type);
  }

  /** Whether the hash of `type` means nothing without an entry in the store. */
  static needsEntry(type: RuntimeType): boolean {
    if (type.kind === "vector") return true;
    return (type.kind === "struct" || type.kind === "enum") && type.typeArguments.length > 0;
  }

  /** The type of a hash; `undefined` if neither the modules nor the store know it. */
  find(store: StateStore, hash: Uint8Array): RuntimeType | undefined {
    const known = this.byHash.get(mapKey(hash));
    if (known !== undefined) return known;
    const printed = store.get(typeDirectoryKey(hash));
    const name = printed === undefined ? undefined : parseTypeKey(utf8.decode(printed));
    const type = name === undefined ? undefined : this.linker.resolveType(name);
    if (type !== undefined) this.learn(type);
    return type;
  }

  private learn(type: RuntimeType): void {
    this.byHash.set(mapKey(typeHash(type)), type);
  }
}

function mapKey(hash: Uint8Array): string {
  return latin1Text(hash);
}
