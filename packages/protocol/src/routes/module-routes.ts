import { type Static, Type } from "typebox";
import { AddressJson, BytesJson, U64Json } from "../json-scalars.ts";
import { addressParameter } from "./parameters.ts";
import { defineRoute } from "./route.ts";

export const PackageJson = Type.Object({
  name: Type.String(),
  publisher: AddressJson,
  version: U64Json,
  policy: Type.Union([Type.Literal("compatible"), Type.Literal("additive"), Type.Literal("immutable")]),
  dependencies: Type.Array(AddressJson),
});
export type PackageJson = Static<typeof PackageJson>;

export const listModules = defineRoute({
  operation: "listModules",
  method: "GET",
  path: "/v1/modules",
  tag: "Ledger",
  summary: "Modules on the ledger and their functions",
  description: "With parameters and visibility of every function, and the package each module was published in.",
  answers: {
    200: {
      description: "Every loaded module.",
      schema: Type.Object({
        modules: Type.Array(
          Type.Object({
            address: AddressJson,
            name: Type.String(),
            functions: Type.Array(Type.Unknown()),
            package: Type.Union([PackageJson, Type.Null()], { description: "Null if the module came with the genesis." }),
          }),
        ),
      }),
    },
  },
});

export const getModule = defineRoute({
  operation: "getModule",
  method: "GET",
  path: "/v1/modules/{address}/{name}",
  tag: "Ledger",
  summary: "The bytecode of a module",
  description:
    "As it runs since the last block. `/v1/proofs/modules` proves it for published modules; those of the genesis are in the transaction of block 0, which can be proved too.",
  params: Type.Object({
    address: addressParameter("The package"),
    name: Type.String({ pattern: "^[A-Za-z][A-Za-z0-9_]{0,127}$", description: "The module's name.", examples: ["wallet"] }),
  }),
  answers: {
    200: {
      description: "The module.",
      schema: Type.Object({ address: AddressJson, name: Type.String(), bytecode: BytesJson }),
    },
  },
});

/** Always refused: with `publishing_not_enabled`, or where publishing is enabled with where to send transactions that publish. */
export const publishModules = defineRoute({
  operation: "publishModules",
  method: "POST",
  path: "/v1/modules",
  tag: "Ledger",
  summary: "Refused: modules are published by transactions that call `0x3::publishing::publish`",
  description:
    "There is nothing to post here: publishing is a transaction, so that it is signed, licensed and final like any other. The refusal says whether the chain takes modules.",
  answers: {},
});
