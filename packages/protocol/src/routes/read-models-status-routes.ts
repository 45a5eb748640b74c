import { type Static, Type } from "typebox";
import { U64Json } from "../json-scalars.ts";
import { defineRoute } from "./route.ts";

/** Where a node's history begins. */
export const BeginsAtJson = Type.String({
  ...U64Json,
  description:
    "The block whose state the node's history begins with, where its chain was begun from a snapshot: balances are those after it, and no payment or event up to it is kept. 0 where the node has every block.",
});

export const ReadModelsStatusJson = Type.Object({
  state: Type.Union([Type.Literal("off"), Type.Literal("starting"), Type.Literal("following"), Type.Literal("refused")], {
    description: "Whether there are read models and they answer; `refused` where this node's log cannot give them, whatever is tried.",
  }),
  reason: Type.Union([Type.String(), Type.Null()], { description: "Why there are none, in a sentence; null where there are, or will be." }),
  /** The last block in them; null while they are empty. */
  height: Type.Union([U64Json, Type.Null()]),
  /** Null while they are empty. */
  beginsAtHeight: Type.Union([BeginsAtJson, Type.Null()]),
  headHeight: U64Json,
});
export type ReadModelsStatusJson = Static<typeof ReadModelsStatusJson>;

export const getReadModels = defineRoute({
  operation: "getReadModels",
  method: "GET",
  path: "/v1/read-models",
  tag: "Ledger",
  summary: "How far the read models are behind the ledger",
  description:
    "History, series and search are answered from tables that a process beside the node makes from its log. They may be off, and may trail.",
  answers: { 200: { description: "As of now.", schema: ReadModelsStatusJson } },
});
