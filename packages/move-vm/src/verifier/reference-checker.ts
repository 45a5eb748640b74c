import type { Signature } from "../format/compiled-module.ts";
import { missing, type ModuleScope } from "./module-scope.ts";
import { type Operand, type ReferenceState, VALUE } from "./reference-state.ts";
import type { VerificationFault } from "./verification-error.ts";

/**
 * Labels of locals are one character from 0, those of fields of structs one from here, those of fields of variants two,
 * of which the first is from `FIRST_ENUM`: none is the beginning of another.
 */
const FIRST_STRUCT = 0x100;
const FIRST_ENUM = 0x4000;
const FIELDS_MAX = 32;

/**
 * The references of a function while the references pass walks through a block, and what its rules are made of. Its fields are
 * private by type alone: an engine that has not compiled this yet looks a `#` field up as it would any key.
 */
export class ReferenceChecker {
  readonly scope: ModuleScope;
  /** How many values the function returns. */
  readonly results: number;
  /** Where the pass is. */
  offset = 0;
  private readonly state: ReferenceState;
  /** The operands are what lies below `height`. */
  private readonly stack: Operand[];
  private height = 0;

  constructor(scope: ModuleScope, state: ReferenceState, results: number) {
    this.stack = scope.operands;
    this.scope = scope;
    this.results = results;
    this.state = state;
  }

  /** The state at the block's end. */
  finish(): ReferenceState {
    if (this.height > 0) throw new Error("the stack pass let an operand be left over");
    return this.state.isCanonical ? this.state : this.state.canonical();
  }

  push(operand: Operand): void {
    this.stack[this.height] = operand;
    this.height += 1;
  }

  pushValues(count: number): void {
    this.scope.charge(count);
    for (let index = 0; index < count; index += 1) this.push(VALUE);
  }

  pop(): Operand {
    if (this.height === 0) throw new Error("the stack pass let an operand be missing");
    this.height -= 1;
    return this.stack[this.height] ?? missing();
  }

  popValues(count: number): void {
    this.scope.charge(count);
    for (let index = 0; index < count; index += 1) if (this.pop() !== VALUE) throw new Error("the types pass let a reference through");
  }

  popReference(): number {
    const operand = this.pop();
    if (operand === VALUE) throw new Error("the types pass let a value be used as a reference");
    return operand;
  }

  release(operand: Operand): void {
    this.state.release(operand);
  }

  copyLocal(local: number): void {
    const { graph, frame } = this.state;
    const operand = this.state.locals[local] ?? missing();
    if (operand !== VALUE) {
      const copy = this.state.newReference(graph.isMutable(operand));
      graph.borrow(operand, "", copy);
      this.push(copy);
      return;
    }
    if (graph.isMutablyBorrowed(frame, labelOfLocal(local))) {
      this.fail("borrowed_local_copied", `local ${local} is copied while it is mutably borrowed`);
    }
    this.push(VALUE);
  }

  moveLocal(local: number): void {
    const operand = this.state.locals[local] ?? missing();
    this.state.locals[local] = VALUE;
    if (operand === VALUE && this.isLocalBorrowed(local)) {
      this.fail("borrowed_local_moved", `local ${local} is moved while it is borrowed`);
    }
    this.push(operand);
  }

  storeLocal(local: number): void {
    const old = this.state.locals[local] ?? missing();
    this.state.locals[local] = this.pop();
    if (old === VALUE && this.isLocalBorrowed(local)) {
      this.fail("borrowed_local_overwritten", `local ${local} is stored over while it is borrowed`);
    }
    this.release(old);
  }

  borrowLocal(local: number, isMutable: boolean): void {
    const { graph, frame } = this.state;
    const label = labelOfLocal(local);
    const conflicts = isMutable ? graph.isBorrowedWhole(frame) : graph.isMutablyBorrowed(frame, label);
    if (conflicts) this.fail("conflicting_borrow", `local ${local} is borrowed while it is mutably borrowed`);
    const id = this.state.newReference(isMutable);
    graph.borrow(frame, label, id);
    this.push(id);
  }

  borrowField(struct: number, field: number, isMutable: boolean): void {
    const { graph } = this.state;
    const id = this.popReference();
    const label = labelOfField(struct, field);
    const conflicts = isMutable ? graph.isBorrowedWhole(id) : !this.isReadable(id, label);
    if (conflicts) this.fail("conflicting_borrow", "a field is borrowed while it is mutably borrowed");
    const borrowed = this.state.newReference(isMutable);
    graph.borrow(id, label, borrowed);
    this.release(id);
    this.push(borrowed);
  }

  /** A reference to each field of a variant. */
  borrowVariant(definition: number, variant: number, fields: number, isMutable: boolean): void {
    const { graph } = this.state;
    const id = this.popReference();
    const conflicts = isMutable ? graph.isBorrowedWhole(id) : !this.isReadable(id);
    if (conflicts) this.fail("conflicting_borrow", "a variant is borrowed while it is mutably borrowed");
    for (let field = 0; field < fields; field += 1) {
      const borrowed = this.state.newReference(isMutable);
      graph.borrow(id, labelOfVariantField(definition, variant, field), borrowed);
      this.push(borrowed);
    }
    this.release(id);
  }

  borrowElement(isMutable: boolean): void {
    const id = this.popReference();
    // The reference verifier asks nothing of an immutable borrow here; compilers freeze first, so this refuses none of theirs.
    const conflicts = isMutable ? !this.isWritable(id) : !this.isReadable(id);
    if (conflicts) this.fail("conflicting_borrow", "an element is borrowed while the vector is borrowed");
    const borrowed = this.state.newReference(isMutable);
    this.state.graph.borrowWithin(id, borrowed);
    this.release(id);
    this.push(borrowed);
  }

  freeze(): void {
    const id = this.popReference();
    if (this.state.graph.isMutablyBorrowed(id)) this.fail("conflicting_freeze", "a reference is frozen while it is mutably borrowed");
    const frozen = this.state.newReference(false);
    this.state.graph.borrow(id, "", frozen);
    this.release(id);
    this.push(frozen);
  }

  /** Takes a reference and looks at what it points to. */
  read(): void {
    const id = this.popReference();
    if (!this.isReadable(id)) this.fail("conflicting_read", "something is read while it is mutably borrowed");
    this.release(id);
  }

  /** Takes a reference and changes what it points to. */
  write(): void {
    const id = this.popReference();
    if (!this.isWritable(id)) this.fail("conflicting_write", "something is written while it is borrowed");
    this.release(id);
  }

  compare(): void {
    const [right, left] = [this.pop(), this.pop()];
    for (const operand of [right, left]) {
      if (operand !== VALUE && !this.isReadable(operand))
        this.fail("conflicting_read", "something is compared while it is mutably borrowed");
    }
    this.release(right);
    this.release(left);
    this.push(VALUE);
  }

  /** Results that are references may point into whatever the arguments point to; mutable ones only into mutable ones. */
  call(parameters: Signature, results: Signature): void {
    const { graph } = this.state;
    this.scope.charge(parameters.length + results.length);
    const references: number[] = [];
    for (let index = 0; index < parameters.length; index += 1) {
      const operand = this.pop();
      if (operand !== VALUE) references.push(operand);
    }
    for (let index = 0; index < references.length; index += 1) {
      const id = references[index] ?? missing();
      if (graph.isMutable(id) && !this.isWritable(id)) {
        this.fail("borrowed_argument", "a mutable reference is passed on while it is borrowed");
      }
    }
    for (let index = 0; index < results.length; index += 1) {
      const { kind } = results[index] ?? missing();
      if (kind !== "reference" && kind !== "mutable-reference") {
        this.push(VALUE);
        continue;
      }
      const isMutable = kind === "mutable-reference";
      const id = this.state.newReference(isMutable);
      for (let each = 0; each < references.length; each += 1) {
        const lender = references[each] ?? missing();
        if (!isMutable || graph.isMutable(lender)) graph.borrowWithin(lender, id);
      }
      this.push(id);
    }
    for (let index = 0; index < references.length; index += 1) this.release(references[index] ?? missing());
  }

  return(): void {
    const { graph, frame, locals } = this.state;
    const returned: Operand[] = [];
    for (let index = 0; index < this.results; index += 1) returned.push(this.pop());
    for (let local = 0; local < locals.length; local += 1) {
      this.release(locals[local] ?? missing());
      locals[local] = VALUE;
    }
    if (graph.isBorrowed(frame)) this.fail("dangling_reference", "a local is still borrowed when its function returns");
    for (const id of returned) {
      if (id !== VALUE && graph.isMutable(id) && !this.isWritable(id)) {
        this.fail("borrowed_result", "a mutable reference is returned while it is borrowed");
      }
    }
    for (const id of returned) this.release(id);
  }

  private isLocalBorrowed(local: number): boolean {
    return this.state.graph.isBorrowed(this.state.frame, labelOfLocal(local));
  }

  private isWritable(id: number): boolean {
    return !this.state.graph.isBorrowed(id);
  }

  private isReadable(id: number, label?: string): boolean {
    return !this.state.graph.isMutable(id) || !this.state.graph.isMutablyBorrowed(id, label);
  }

  private fail(fault: VerificationFault, detail: string): never {
    return this.scope.fail(fault, detail, this.offset);
  }
}

function labelOfLocal(local: number): string {
  return String.fromCharCode(local);
}

function labelOfField(struct: number, field: number): string {
  return String.fromCharCode(FIRST_STRUCT + struct * FIELDS_MAX + field);
}

function labelOfVariantField(definition: number, variant: number, field: number): string {
  return String.fromCharCode(FIRST_ENUM + definition, variant * FIELDS_MAX + field);
}
