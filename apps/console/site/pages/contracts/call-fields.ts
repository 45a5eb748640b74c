import { type Address, type CallArgument, parseTypeTag, printTypeTag, type TypeTag } from "@sycee/protocol";
import { argumentFromText, type ResolveAddress } from "@sycee/sdk";
import { messageOf } from "../../components/failure.tsx";
import type { EntryFunction } from "./ledger-functions.ts";

/** One value that a person gives: a type argument, a further signer, or a parameter's value. */
export interface FormField {
  readonly key: string;
  readonly kind: "type" | "signer" | "value";
  /** From 1, among those of its kind. */
  readonly number: number;
  /** As Move prints it. */
  readonly type: string;
}

/** What a person gives for a call: type arguments, signers after the first, and values, each in its order. */
export function fieldsOf({ typeParameters, parameters }: EntryFunction): readonly FormField[] {
  const types = Array.from({ length: typeParameters }, (_, index) => ({
    key: `T${index}`,
    kind: "type" as const,
    number: index + 1,
    type: `T${index}`,
  }));
  const signers = parameters.filter((type) => type === "signer").slice(1);
  const values = parameters.filter((type) => type !== "signer");
  return [
    ...types,
    ...signers.map((type, index) => ({ key: `signer ${index}`, kind: "signer" as const, number: index + 2, type })),
    ...values.map((type, index) => ({ key: `value ${index}`, kind: "value" as const, number: index + 1, type })),
  ];
}

/** What was given, or what is wrong with it by field. */
export type ReadFields =
  | { readonly kind: "wrong"; readonly errors: Readonly<Record<string, string>> }
  | {
      readonly kind: "read";
      readonly typeArguments: readonly TypeTag[];
      readonly others: readonly Address[];
      readonly given: readonly CallArgument[];
    };

/** Reads what a person gave; `resolve` finds addresses. */
export async function readFields(
  called: EntryFunction,
  values: Readonly<Record<string, string>>,
  resolve: ResolveAddress,
): Promise<ReadFields> {
  const errors: Record<string, string> = {};
  const typeArguments: TypeTag[] = [];
  const others: Address[] = [];
  const literals: CallArgument[] = [];
  for (const { key, kind, type } of fieldsOf(called)) {
    const text = values[key] ?? "";
    try {
      if (kind === "type") typeArguments.push(parseTypeTag(text.trim()));
      else if (kind === "signer") others.push(await resolve(text));
      else literals.push(await argumentFromText(withTypes(type, typeArguments), text, resolve));
    } catch (error) {
      errors[key] = messageOf(error);
    }
  }
  if (Object.keys(errors).length > 0) return { kind: "wrong", errors };
  let signers = 0;
  const given = called.parameters.flatMap((type): CallArgument[] => {
    if (type === "signer") return [{ kind: "signer", index: signers++ }];
    const literal = literals.shift();
    return literal === undefined ? [] : [literal];
  });
  return { kind: "read", typeArguments, others, given };
}

/** A printed type with its type parameters filled in. */
function withTypes(type: string, typeArguments: readonly TypeTag[]): string {
  return type.replace(/\bT(\d+)\b(?!::)/g, (text, index: string) => {
    const given = typeArguments[Number(index)];
    return given === undefined ? text : printTypeTag(given);
  });
}
