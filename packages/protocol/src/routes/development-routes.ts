import { Type } from "typebox";
import { AddressJson } from "../json-scalars.ts";
import { defineRoute } from "./route.ts";

export const listDevelopmentAccounts = defineRoute({
  operation: "listDevelopmentAccounts",
  method: "GET",
  path: "/v1/development/accounts",
  summary: "Everybody in a development economy, with their keys; `not_found` on every other ledger",
  answers: {
    200: {
      description: "Keys are computed from names and known to everybody: never use them for real.",
      schema: Type.Object({
        accounts: Type.Array(
          Type.Object({
            name: Type.String(),
            role: Type.String(),
            address: AddressJson,
            /** How many of the keys must sign. */
            threshold: Type.Integer(),
            keys: Type.Array(
              Type.Object({ name: Type.String(), privateKey: Type.String({ description: "32 bytes in hexadecimal: an ed25519 seed." }) }),
            ),
          }),
        ),
      }),
    },
  },
});
