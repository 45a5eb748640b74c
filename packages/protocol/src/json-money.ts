import { Type } from "typebox";
import { U64Json } from "./json-scalars.ts";

/** The instrument that amounts beside it are in. */
export const InstrumentOfJson = {
  instrument: Type.Integer({ description: "The instrument's number." }),
  symbol: Type.String({ description: "Its symbol, e.g. `CNY.cash`." }),
  unit: Type.String({ description: "The unit of account, e.g. `CNY`." }),
  decimals: Type.Integer({ description: "Minor units are 10^-decimals of the unit." }),
};

/** The unit of account that amounts beside it are in. */
export const UnitOfJson = {
  unit: Type.String({ description: "The unit of account, e.g. `CNY`." }),
  decimals: Type.Integer({ description: "Minor units are 10^-decimals of the unit." }),
};

/** The block that an answer is as of. */
export const HeightJson = Type.String({ ...U64Json, description: "The block that the answer is as of." });

/** A moment in milliseconds since 1970. */
export const TimeJson = Type.String({ ...U64Json, description: "Milliseconds since 1970." });

/** A day of the unit's own zone. */
export const DateJson = Type.String({ pattern: "^[0-9]{4,}-[0-9]{2}-[0-9]{2}$", description: "A day in the zone of the unit of account." });
