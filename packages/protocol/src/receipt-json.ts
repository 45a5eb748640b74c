import { type Static, Type } from "typebox";
import { AddressJson, AmountJson, BytesJson, HashJson, U64Json } from "./json-scalars.ts";

const Location = Type.Object({
  module: Type.String({ description: "`0x2::wallet`." }),
  function: Type.String(),
  offset: Type.Integer({ description: "Index of the bytecode instruction in the function." }),
});

/** Who paid whom what, read from the money modules' own events. */
export const MovementJson = Type.Object({
  kind: Type.Union([Type.Literal("issued"), Type.Literal("redeemed"), Type.Literal("paid")]),
  call: Type.Integer({ description: "Index of the call it came from." }),
  instrument: Type.Integer(),
  symbol: Type.String({ description: "Symbol of the instrument, e.g. `CZK.cash`." }),
  from: Type.Union([AddressJson, Type.Null()]),
  to: Type.Union([AddressJson, Type.Null()]),
  amountMinor: AmountJson,
});

/** What became of one transaction, explaining itself. */
export const ReceiptJson = Type.Object({
  id: HashJson,
  status: Type.Union([Type.Literal("executed"), Type.Literal("aborted"), Type.Literal("failed")]),
  height: U64Json,
  index: Type.Integer({ description: "Position in its block." }),
  blockTimeMs: U64Json,
  signers: Type.Array(AddressJson),
  gasUsed: U64Json,
  /** Present when `status` is `aborted`. */
  abort: Type.Optional(
    Type.Object({
      code: U64Json,
      name: Type.Union([Type.String(), Type.Null()], { description: "Name of the module's error, e.g. `EDailyLimit`." }),
      text: Type.Union([Type.String(), Type.Null()]),
      location: Location,
    }),
  ),
  /** Present when `status` is `failed`. */
  failure: Type.Optional(
    Type.Object({ code: Type.String(), number: Type.Integer(), detail: Type.String(), location: Type.Union([Location, Type.Null()]) }),
  ),
  isPart: Type.Optional(
    Type.Literal(true, {
      description:
        "Present where a private node shows but a part: movements of accounts that the reader may read, with the calls and events that tell of no others. Another call is described by its function's name alone.",
    }),
  ),
  calls: Type.Array(Type.Object({ function: Type.String(), description: Type.String() })),
  movements: Type.Array(MovementJson),
  events: Type.Array(
    Type.Object({
      call: Type.Integer(),
      type: Type.String(),
      fields: Type.Unknown({ description: "The event's fields by name; integers beyond 32 bits as decimal strings." }),
      data: BytesJson,
    }),
  ),
});

/** A receipt as JSON carries it. */
export type ReceiptJson = Static<typeof ReceiptJson>;
