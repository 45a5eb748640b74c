import type { CodeUnit, FunctionHandle } from "../format/compiled-module.ts";
import { ABILITY, type PrimitiveKind } from "../runtime/runtime-type.ts";
import { missing, type ModuleScope } from "./module-scope.ts";
import type { TypeId, TypePool } from "./type-pool.ts";

const INTEGERS: ReadonlySet<string> = new Set(["u8", "u16", "u32", "u64", "u128", "u256"]);

/**
 * The types of a function's operands while the types pass walks through it, and what its rules are made of. Its fields are
 * private by type alone: an engine that has not compiled this yet looks a `#` field up as it would any key.
 */
export class TypeStack {
  readonly scope: ModuleScope;
  readonly types: TypePool;
  readonly code: CodeUnit;
  /** Where the pass is. */
  offset = 0;
  private readonly locals: readonly TypeId[];
  readonly results: readonly TypeId[];
  private readonly constraints: readonly number[];
  private readonly abilities = new Map<TypeId, number>();
  /** The operands are what lies below `height`. */
  private readonly stack: TypeId[];
  private height = 0;

  constructor(scope: ModuleScope, handle: FunctionHandle, code: CodeUnit) {
    this.stack = scope.operands;
    this.scope = scope;
    this.types = scope.types;
    this.code = code;
    this.locals = scope.types.signature(handle.parameters).concat(scope.types.signature(code.locals));
    this.results = scope.types.signature(handle.results);
    this.constraints = handle.typeParameters;
  }

  push(type: TypeId): void {
    this.stack[this.height] = type;
    this.height += 1;
  }

  pop(): TypeId {
    if (this.height === 0) throw new Error("the stack pass let an operand be missing");
    this.height -= 1;
    return this.stack[this.height] ?? missing();
  }

  /** Takes an operand that must be of the type. */
  popAs(expected: TypeId, what: string): void {
    if (this.pop() !== expected) this.mismatch(`${what} is of another type`);
  }

  /** Takes operands that must be of the types, the last of which lies on top. */
  popAll(expected: readonly TypeId[], what: string): void {
    this.scope.charge(expected.length);
    for (let index = expected.length - 1; index >= 0; index -= 1) this.popAs(expected[index] ?? missing(), what);
  }

  popInteger(): TypeId {
    const type = this.pop();
    if (!INTEGERS.has(this.types.node(type).kind)) this.mismatch("an operand is no integer");
    return type;
  }

  /** Takes a reference and gives its target. With `isMutable`, only a reference of that mutability will do. */
  popReference(isMutable?: boolean): TypeId {
    const { kind, parts } = this.types.node(this.pop());
    const isReference = isMutable === undefined ? kind === "reference" || kind === "mutable-reference" : kind === referenceKind(isMutable);
    const target = parts[0];
    if (!isReference || target === undefined) return this.mismatch("an operand is no reference, or not of the mutability that is needed");
    return target;
  }

  pushReference(target: TypeId, isMutable: boolean): void {
    this.push(this.types.referenceTo(target, isMutable));
  }

  primitive(kind: PrimitiveKind): TypeId {
    return this.types.primitive(kind);
  }

  pushPrimitive(kind: PrimitiveKind): void {
    this.push(this.primitive(kind));
  }

  local(index: number): TypeId {
    return this.locals[index] ?? missing();
  }

  needCopy(type: TypeId): void {
    if (!this.has(type, ABILITY.copy)) this.scope.fail("lacks_copy", "a value is copied whose type lacks copy", this.offset);
  }

  needDrop(type: TypeId): void {
    if (!this.has(type, ABILITY.drop)) this.scope.fail("lacks_drop", "a value is lost whose type lacks drop", this.offset);
  }

  mismatch(detail: string): never {
    return this.scope.fail("type_mismatch", detail, this.offset);
  }

  private has(type: TypeId, ability: number): boolean {
    return (this.types.abilities(type, this.constraints, this.abilities) & ability) !== 0;
  }
}

function referenceKind(isMutable: boolean): "reference" | "mutable-reference" {
  return isMutable ? "mutable-reference" : "reference";
}
