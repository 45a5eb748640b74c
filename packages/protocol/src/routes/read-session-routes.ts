import { type Static, Type } from "typebox";
import { AddressJson, BytesJson, U64Json } from "../json-scalars.ts";
import { defineRoute } from "./route.ts";

export const ReadChallengeJson = Type.Object({
  challenge: BytesJson,
  expiresMs: U64Json,
});
export type ReadChallengeJson = Static<typeof ReadChallengeJson>;

export const ReadSessionJson = Type.Object({
  token: Type.String({ description: "To be sent as `Authorization: Bearer <token>`." }),
  address: AddressJson,
  expiresMs: U64Json,
  /** What the address is on this ledger, as far as that opens more than its own accounts. */
  roles: Type.Array(Type.Union([Type.Literal("supervisor"), Type.Literal("investigator")])),
});
export type ReadSessionJson = Static<typeof ReadSessionJson>;

export const askReadChallenge = defineRoute({
  operation: "askReadChallenge",
  method: "POST",
  path: "/v1/sessions/challenge",
  tag: "Accounts",
  summary: "Ask for a challenge, whose signature opens a read session",
  description: "Says nothing of whether the address has an account. A challenge is good for a minute, for that address, once.",
  bodies: { "application/json": Type.Object({ address: AddressJson }, { additionalProperties: false }) },
  answers: {
    200: {
      description: "Good for one session of that address, until `expiresMs` of the node's clock. The same for an address that nobody has.",
      schema: ReadChallengeJson,
    },
  },
});

export const openReadSession = defineRoute({
  operation: "openReadSession",
  method: "POST",
  path: "/v1/sessions",
  tag: "Accounts",
  summary: "Open a read session: whoever holds an account's keys may read what is the account's",
  description:
    "The keys are those that the account has as of the last block: one that was rotated away opens nothing. Sessions end after 15 minutes and with the node. An origin that is not the node's own is `challenge_refused`: who signed was talking to another.",
  bodies: {
    "application/json": Type.Object(
      {
        address: AddressJson,
        challenge: BytesJson,
        origin: Type.String({
          pattern: "^https?://[^/?#@\\s]{1,255}$",
          description: "Where the node was reached, as it was signed: scheme, host and port, such as `https://ledger.example`.",
          examples: ["http://127.0.0.1:8420"],
        }),
        authenticator: Type.String({
          pattern: "^0x(?:[0-9a-fA-F]{2}){1,4096}$",
          description:
            "BCS of the proof of the account's current keys over `sycee-read-session-v2`, the chain's id, the challenge, the address and the origin: as in a transaction, one key or k of n.",
        }),
      },
      { additionalProperties: false },
    ),
  },
  answers: { 200: { description: "The session, for 15 minutes. The node forgets it when it stops.", schema: ReadSessionJson } },
});

export const endReadSession = defineRoute({
  operation: "endReadSession",
  method: "POST",
  path: "/v1/sessions/end",
  tag: "Accounts",
  summary: "End the session whose token is sent",
  description: "The token opens nothing from now on. The token opens nothing from then on; sessions end by themselves too.",
  answers: { 200: { description: "It is over.", schema: Type.Object({}) } },
});
