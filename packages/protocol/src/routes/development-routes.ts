import { Type } from "typebox";
import { AddressJson } from "../json-scalars.ts";
import { defineRoute } from "./route.ts";

export const listDevelopmentAccounts = defineRoute({
  operation: "listDevelopmentAccounts",
  method: "GET",
  path: "/v1/development/accounts",
  tag: "Development",
  summary: "Everybody in a development economy, with their keys; `not_found` on every other ledger",
  description:
    "What a development ledger prints when it starts, for programs: who there is, in which role, and the seeds that sign for each. A ledger that somebody uses for real has no such list.",
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
