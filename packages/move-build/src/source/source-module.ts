import type { MoveSource } from "../package/package-sources.ts";
import { readSourceTokens, type SourceToken } from "./source-tokens.ts";
import { TokenCursor } from "./token-cursor.ts";

/** Which module: `address` is `0x` and 64 hexadecimal digits. */
export interface ModuleName {
  readonly address: `0x${string}`;
  readonly module: string;
}

/** `#[name]`, `#[name = value]` or `#[name(inner, …)]`. */
export interface SourceAttribute {
  readonly name: string;
  readonly value: readonly SourceToken[] | undefined;
  readonly inner: readonly SourceAttribute[];
}

export interface SourceFunction {
  readonly name: string;
  readonly line: number;
  readonly attributes: readonly SourceAttribute[];
  /** Names of the parameters. */
  readonly parameters: readonly string[];
  readonly doc: string | undefined;
  /** The body with its braces; `undefined` for natives. */
  readonly body: readonly SourceToken[] | undefined;
}

/** A struct or an enum. */
export interface SourceDatatype {
  readonly doc: string | undefined;
  /** Comments of fields and variants, by name. */
  readonly memberDocs: ReadonlyMap<string, string>;
}

export interface SourceConstant {
  /** Marked `#[error]`: aborts with it carry its name. */
  readonly isError: boolean;
  /** Of an integer literal; `undefined` for everything else. */
  readonly value: bigint | undefined;
}

/** What of a module only its source tells: attributes, constants' names, and where functions stand. */
export interface SourceModule extends ModuleName {
  /** Path of the file, relative to its package. */
  readonly path: string;
  readonly doc: string | undefined;
  readonly attributes: readonly SourceAttribute[];
  readonly functions: readonly SourceFunction[];
  readonly datatypes: ReadonlyMap<string, SourceDatatype>;
  readonly constants: ReadonlyMap<string, SourceConstant>;
  /** Names under which the module knows other modules. */
  readonly imports: ReadonlyMap<string, ModuleName>;
}

/** Named addresses to their values, `0x` and 64 hexadecimal digits. */
export type NamedAddresses = ReadonlyMap<string, `0x${string}`>;

/** Reads the modules of a source file that has compiled. */
export function readSourceModules(source: MoveSource, addresses: NamedAddresses): readonly SourceModule[] {
  const cursor = new TokenCursor(readSourceTokens(source.text));
  const modules: OpenModule[] = [];
  let attributes: SourceAttribute[] = [];
  let doc: string | undefined;
  while (!cursor.done) {
    const open = modules.at(-1);
    doc = cursor.doc ?? doc;
    if (cursor.peek() === "#" && cursor.peek(1) === "[") {
      cursor.next();
      attributes.push(...readAttributes(cursor.takeBracketed()));
    } else if (cursor.peek() === "module" && cursor.peek(2) === "::") {
      modules.push(readModuleHead(cursor, { path: source.path, doc, attributes }, addresses));
      attributes = [];
      doc = undefined;
    } else if (open !== undefined && readItem(cursor, open, { attributes, doc }, addresses)) {
      attributes = [];
      doc = undefined;
    } else {
      cursor.next();
    }
  }
  return modules;
}

interface OpenModule extends SourceModule {
  readonly functions: SourceFunction[];
  readonly datatypes: Map<string, SourceDatatype>;
  readonly constants: Map<string, SourceConstant>;
  readonly imports: Map<string, ModuleName>;
}

/** What stands before an item. */
interface ItemHead {
  readonly attributes: readonly SourceAttribute[];
  readonly doc: string | undefined;
}

function readModuleHead(cursor: TokenCursor, head: ItemHead & { readonly path: string }, addresses: NamedAddresses): OpenModule {
  cursor.next();
  const address = resolveAddress(cursor.next(), addresses);
  cursor.next();
  const module = cursor.next();
  cursor.next();
  return { ...head, address, module, functions: [], datatypes: new Map(), constants: new Map(), imports: new Map() };
}

/** Reads one item if one begins here; words before it (`public`, `entry`, …) are left to the caller to pass over. */
function readItem(cursor: TokenCursor, module: OpenModule, head: ItemHead, addresses: NamedAddresses): boolean {
  const keyword = cursor.peek();
  if (keyword === "fun") {
    module.functions.push(readFunction(cursor, head));
  } else if (keyword === "const") {
    cursor.next();
    const name = cursor.next();
    const declaration = cursor.takeUntil(";");
    const equals = declaration.findIndex((token) => token.text === "=");
    const value = declaration.slice(equals + 1);
    const isError = head.attributes.some((attribute) => attribute.name === "error");
    module.constants.set(name, { isError, value: value.length === 1 ? readInteger(value[0]) : undefined });
  } else if (keyword === "use") {
    cursor.next();
    readUse(new TokenCursor(cursor.takeUntil(";")), [], module.imports, addresses);
  } else if (keyword === "struct" || keyword === "enum") {
    cursor.next();
    const name = cursor.next();
    passTo(cursor, "{", ";");
    const members = cursor.peek() === "{" ? cursor.takeBracketed() : [];
    const memberDocs = new Map(members.flatMap(({ kind, text, doc }) => (kind === "name" && doc !== undefined ? [[text, doc]] : [])));
    module.datatypes.set(name, { doc: head.doc, memberDocs });
  } else {
    return false;
  }
  return true;
}

function readFunction(cursor: TokenCursor, head: ItemHead): SourceFunction {
  const { line } = cursor;
  cursor.next();
  const name = cursor.next();
  while (!cursor.done && cursor.peek() !== "(") cursor.next();
  const parameters = readParameterNames(new TokenCursor(cursor.takeBracketed()));
  passTo(cursor, "{", ";");
  const body = cursor.peek() === "{" ? cursor.takeBraced() : undefined;
  return { name, line, ...head, parameters, body };
}

function readParameterNames(cursor: TokenCursor): string[] {
  const names: string[] = [];
  while (!cursor.done) {
    const declaration = cursor.takeUntil(":");
    const name = declaration.at(-1)?.text.replaceAll("`", "");
    if (name !== undefined) names.push(name);
    // A comma within `<…>` belongs to the type.
    for (let depth = 0; !cursor.done && (depth > 0 || cursor.peek() !== ","); ) {
      if (cursor.peek() === "(") {
        cursor.takeBracketed();
        continue;
      }
      const mark = cursor.next();
      depth += mark === "<" ? 1 : mark === ">" ? -1 : 0;
    }
    cursor.take(",");
  }
  return names;
}

/** Passes over what stands before one of two marks, brackets whole. */
function passTo(cursor: TokenCursor, first: string, second: string): void {
  while (!cursor.done && cursor.peek() !== first && cursor.peek() !== second) {
    if (cursor.peek() === "(") cursor.takeBracketed();
    else cursor.next();
  }
}

/** What follows `use`: `a::m`, `a::m as n`, `a::m::Member`, `a::m::{Self, Member}`, `a::{m, n as o}`. */
function readUse(cursor: TokenCursor, prefix: readonly string[], imports: Map<string, ModuleName>, addresses: NamedAddresses): void {
  while (!cursor.done) {
    const path = [...prefix];
    while (cursor.kind() === "name" || cursor.kind() === "number") {
      path.push(cursor.next());
      if (!cursor.take("::")) break;
    }
    if (cursor.peek() === "{") {
      readUse(new TokenCursor(cursor.takeBracketed()), path, imports, addresses);
    } else {
      const isModule = path.length === 2 || path[2] === "Self";
      const [address, module] = path;
      const alias = cursor.take("as") ? cursor.next() : module;
      if (isModule && address !== undefined && module !== undefined && alias !== undefined) {
        imports.set(alias, { address: resolveAddress(address, addresses), module });
      }
    }
    if (!cursor.take(",")) return;
  }
}

function readAttributes(tokens: readonly SourceToken[]): SourceAttribute[] {
  const cursor = new TokenCursor(tokens);
  const attributes: SourceAttribute[] = [];
  while (!cursor.done) {
    let name = cursor.next();
    while (cursor.take("::")) name += `::${cursor.next()}`;
    if (cursor.take("=")) attributes.push({ name, value: cursor.takeUntil(","), inner: [] });
    else if (cursor.peek() === "(") {
      attributes.push({ name, value: undefined, inner: readAttributes(cursor.takeBracketed()) });
      cursor.take(",");
    } else {
      attributes.push({ name, value: undefined, inner: [] });
      cursor.take(",");
    }
  }
  return attributes;
}

/** The value of an integer literal of Move source. */
export function readInteger(token: SourceToken | undefined): bigint | undefined {
  if (token?.kind !== "number") return undefined;
  return BigInt(token.text.replace(/u(?:8|16|32|64|128|256)$/, "").replaceAll("_", ""));
}

/** A named or written address as `0x` and 64 hexadecimal digits. */
export function resolveAddress(text: string, addresses: NamedAddresses): `0x${string}` {
  const named = addresses.get(text);
  if (named !== undefined) return named;
  if (!/^[0-9]/.test(text)) throw new Error(`the compiler accepted an address that no manifest assigns: ${text}`);
  return `0x${BigInt(text.replaceAll("_", "")).toString(16).padStart(64, "0")}`;
}
