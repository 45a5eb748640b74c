import { Type } from "typebox";

/** The id of a customer or an order. */
export const Id = Type.String({ minLength: 1, maxLength: 64 });
export const Amount = Type.String({ pattern: "^[1-9][0-9]{0,18}$", description: "Minor units, more than zero." });
export const Memo = Type.Optional(Type.String({ maxLength: 140 }));
/** Of objects: a misspelt name is refused, not ignored. */
export const strict = { additionalProperties: false } as const;
