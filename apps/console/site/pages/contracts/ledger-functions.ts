import type { ModuleDescription } from "@sycee/move-vm";
import { type Address, parseAddress } from "@sycee/protocol";
import { client } from "../../app/client.ts";

/** A function that a transaction can call. */
export interface EntryFunction {
  readonly name: string;
  /** How many type arguments it takes. */
  readonly typeParameters: number;
  /** Printed types without references; the ledger itself is left out. Type parameters print as `T0`, `T1`, …. */
  readonly parameters: readonly string[];
}

/** A module and its entry functions. */
export interface CallableModule {
  readonly address: Address;
  readonly name: string;
  /** Name of the package that it was published in; absent for the framework. */
  readonly packageName: string | undefined;
  readonly functions: readonly EntryFunction[];
}

/** Modules of the ledger that have entry functions, published ones first. */
export async function callableModules(): Promise<readonly CallableModule[]> {
  const modules = (await client.modules()).flatMap(({ address: text, name, functions, package: published }) => {
    const address = parseAddress(text);
    const entries = functions.filter(isDescription).filter(({ isEntry }) => isEntry);
    if (address === undefined || entries.length === 0) return [];
    return [{ address, name, packageName: published?.name, functions: entries.map(entryOf) }];
  });
  return modules.toSorted((one, other) => Number(other.packageName !== undefined) - Number(one.packageName !== undefined));
}

function entryOf({ name, typeParameters, parameters }: ModuleDescription["functions"][number]): EntryFunction {
  return {
    name,
    typeParameters: typeParameters.length,
    parameters: parameters.map((type) => type.replace(/^&(?:mut )?/, "")).filter((type) => type !== "0x1::ledger::Ledger"),
  };
}

/** The route describes functions without their fields. */
function isDescription(value: unknown): value is ModuleDescription["functions"][number] {
  return (
    typeof value === "object" &&
    value !== null &&
    "name" in value &&
    "isEntry" in value &&
    "parameters" in value &&
    "typeParameters" in value
  );
}
