import { Type } from "typebox";
import { U64Json } from "../json-scalars.ts";

/** An address of the development economy, as an example. */
const EXAMPLE_ADDRESS = "0x2152f8d19b791d24453242e15f2eab6cb7cffa7b6a5ed30097960e069881db12";
/** Most that one page of a list has. */
export const MAX_PAGE = 100;
/** What a page has at most where nothing is said. */
export const DEFAULT_PAGE = 50;

/** An address in a path or query, with whose it is. */
export function addressParameter(whose: string) {
  return Type.String({ maxLength: 256, description: `${whose}: \`0x\` and up to 64 hexadecimal digits.`, examples: [EXAMPLE_ADDRESS] });
}

/** A customer's account by its number. */
export const AccountNumberParameter = Type.String({
  pattern: "^(?:0|[1-9][0-9]{0,9})$",
  description: "The account's number in the institution's book, from 0.",
  examples: ["1"],
});

/** A block's height in a path. */
export const HeightParameter = Type.String({
  pattern: "^(?:latest|[0-9]{1,20})$",
  description: "The block's height, or `latest`.",
  examples: ["latest"],
});

/** How much one page has at most. */
export const LimitParameter = Type.Integer({
  minimum: 1,
  maximum: MAX_PAGE,
  description: `How many to answer at most; ${DEFAULT_PAGE} if absent.`,
  examples: [20],
});

/** Query of a list in the order of addresses. */
export const AddressPage = {
  after: Type.Optional(Type.String({ maxLength: 256, description: "The `next` of the page before; from the beginning if absent." })),
  limit: Type.Optional(LimitParameter),
};

/** Query of a list in the order of numbers. */
export const NumberPage = {
  after: Type.Optional(Type.String({ ...U64Json, description: "The `next` of the page before; from the beginning if absent." })),
  limit: Type.Optional(LimitParameter),
};

/** In a list's answer: where the next page begins. */
export const NextJson = Type.Union([Type.String(), Type.Null()], {
  description: "What to give as `after` for the next page; null if this is the last. A page may be short and still have a next one.",
});

/** In an answer that is read from the node's own list of who is on the ledger. */
export const CompleteJson = Type.Boolean({
  description: "False where there are more of them than the node keeps a list of (10,000), so that some are in no page.",
});
