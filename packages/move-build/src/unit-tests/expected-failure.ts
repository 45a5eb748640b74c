import type { SourceToken } from "../source/source-tokens.ts";
import {
  type ModuleName,
  type NamedAddresses,
  readInteger,
  resolveAddress,
  type SourceAttribute,
  type SourceModule,
} from "../source/source-module.ts";

/** How a test says that it must fail: what `#[expected_failure(…)]` means. */
export type ExpectedFailure =
  | { readonly kind: "any" }
  /** Abort with whatever code. */
  | { readonly kind: "any-abort"; readonly location: ModuleName | undefined }
  /** Abort with this code, anywhere unless there is a location. */
  | { readonly kind: "abort-code"; readonly code: bigint; readonly location: ModuleName | undefined }
  /** Abort with this `#[error]` constant of the module at `location`. */
  | { readonly kind: "abort-name"; readonly name: string; readonly location: ModuleName }
  /** End of the program by something else than an abort; `code` is the machine's, `subStatus` that of a vector's misuse. */
  | {
      readonly kind: "failed";
      readonly code: string;
      readonly subStatus: number | undefined;
      readonly location: ModuleName | undefined;
    };

/** What `readExpectedFailure` needs to resolve names. */
export interface FailureScope {
  /** The module of the test. */
  readonly module: SourceModule;
  /** Every module of the package and its dependencies, by {@link moduleKey}. */
  readonly modules: ReadonlyMap<string, SourceModule>;
  readonly addresses: NamedAddresses;
}

/** `0x…::name`. */
export function moduleKey(name: { readonly address: string; readonly module: string }): string {
  return `${name.address}::${name.module}`;
}

/** Modules of std (0x1) that every module knows by their names, unless it uses others of these names. */
const KNOWN_MODULES = ["internal", "option", "vector"];
/** Status numbers of Move's virtual machines that have a code here. */
const STATUS_CODES: Readonly<Record<string, string>> = {
  4002: "out_of_gas",
  4004: "resource_exists",
  4008: "missing_resource",
  4016: "aborted",
  4017: "arithmetic_error",
  4018: "vector_error",
  4020: "limit_exceeded",
  4021: "limit_exceeded",
  4024: "limit_exceeded",
  4025: "limit_exceeded",
  4028: "limit_exceeded",
  4029: "limit_exceeded",
};
const NAMED_FAILURES = ["arithmetic_error", "vector_error", "out_of_gas"];

/**
 * The meaning of an `expected_failure` attribute. Answers with a sentence where the attribute says something that cannot
 * be checked: such a test must not pass.
 */
export function readExpectedFailure(attribute: SourceAttribute, scope: FailureScope): ExpectedFailure | string {
  const fields = new Map(attribute.inner.map((field) => [field.name, field.value ?? []]));
  if (fields.size === 0) return { kind: "any" };
  const place = fields.get("location");
  const location = place === undefined ? undefined : resolveModule(place, scope);
  if (place !== undefined && location === undefined) return `expected_failure names an unknown location: ${print(place)}`;
  const abortCode = fields.get("abort_code");
  if (abortCode !== undefined) return readAbortCode(abortCode, location, scope);
  const minor = readMinorStatus(fields.get("minor_status"), scope);
  if (typeof minor === "string") return minor;
  const status = fields.get("major_status");
  const code = status === undefined ? NAMED_FAILURES.find((name) => fields.has(name)) : STATUS_CODES[printStatus(status)];
  if (code === "aborted") return minor === undefined ? { kind: "any-abort", location } : { kind: "abort-code", code: minor, location };
  if (code === undefined || (minor !== undefined && code !== "vector_error")) {
    return `expected_failure(${attribute.inner.map(printField).join(", ")}) cannot be checked here`;
  }
  return { kind: "failed", code, subStatus: minor === undefined ? undefined : Number(minor), location };
}

/** A number, or a constant that is one. */
function readMinorStatus(value: readonly SourceToken[] | undefined, scope: FailureScope): bigint | string | undefined {
  if (value === undefined) return undefined;
  const number = value.length === 1 ? readInteger(value[0]) : undefined;
  if (number !== undefined) return number;
  const home = value.length === 1 ? scope.module : resolveModule(value.slice(0, -2), scope);
  const constant = home === undefined ? undefined : scope.modules.get(moduleKey(home))?.constants.get(value.at(-1)?.text ?? "");
  return constant?.value ?? `expected_failure(minor_status = ${print(value)}) cannot be checked here`;
}

function printStatus(status: readonly SourceToken[]): string {
  const number = status.length === 1 ? readInteger(status[0]) : undefined;
  return number === undefined ? print(status) : String(number);
}

function printField({ name, value }: SourceAttribute): string {
  return value === undefined ? name : `${name} = ${print(value)}`;
}

function readAbortCode(value: readonly SourceToken[], location: ModuleName | undefined, scope: FailureScope): ExpectedFailure | string {
  const code = value.length === 1 ? readInteger(value[0]) : undefined;
  if (code !== undefined) return { kind: "abort-code", code, location };
  const name = value.at(-1)?.text ?? "";
  const home = value.length === 1 ? scope.module : resolveModule(value.slice(0, -2), scope);
  const constant = home === undefined ? undefined : scope.modules.get(moduleKey(home))?.constants.get(name);
  if (home === undefined || constant === undefined) return `expected_failure names an unknown constant: ${print(value)}`;
  if (constant.isError) return { kind: "abort-name", name, location: location ?? home };
  if (constant.value === undefined) return `the value of constant ${print(value)} is not a plain number, so it cannot be compared`;
  return { kind: "abort-code", code: constant.value, location: location ?? home };
}

/** `Self`, an imported name, or `address::module`. */
function resolveModule(path: readonly SourceToken[], scope: FailureScope): ModuleName | undefined {
  const words = path.filter((token) => token.text !== "::").map((token) => token.text);
  const [first, second] = words;
  if (first === undefined || words.length > 2) return undefined;
  if (second === undefined) return first === "Self" ? scope.module : (scope.module.imports.get(first) ?? knownModule(first));
  return scope.modules.get(moduleKey({ address: resolveAddress(first, scope.addresses), module: second }));
}

function knownModule(name: string): ModuleName | undefined {
  return KNOWN_MODULES.includes(name) ? { address: `0x${"1".padStart(64, "0")}`, module: name } : undefined;
}

function print(tokens: readonly SourceToken[]): string {
  return tokens.map((token) => token.text).join("");
}
