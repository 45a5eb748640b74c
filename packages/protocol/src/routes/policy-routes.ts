import { type Static, Type } from "typebox";
import { POLICY_PARAMETERS } from "../economy-terms.ts";
import { HeightJson, InstrumentOfJson, TimeJson, UnitOfJson } from "../json-money.ts";
import { AddressJson, AmountJson, U64Json } from "../json-scalars.ts";
import { AddressPage, addressParameter, CompleteJson, NextJson } from "./parameters.ts";
import { defineRoute } from "./route.ts";

const ParameterJson = Type.Enum(POLICY_PARAMETERS);
const LimitJson = Type.Union([AmountJson, Type.Null()], { description: "In minor units; null means without limit." });

/** The limits of a tier. */
export const TierJson = Type.Object({
  tier: Type.Integer({ description: "1 is that of which most is known." }),
  balanceMinor: LimitJson,
  singleMinor: LimitJson,
  dailyMinor: LimitJson,
  yearlyMinor: LimitJson,
});
export type TierJson = Static<typeof TierJson>;

const ParameterValueJson = Type.Object({
  parameter: ParameterJson,
  value: Type.String({ ...U64Json, description: "As `in` says." }),
  in: Type.Union([Type.Literal("bps"), Type.Literal("minorUnits")], {
    description: "Hundredths of a per cent, or, for the cap of deposit insurance, minor units.",
  }),
});

export const CentralBankPolicyJson = Type.Object({
  height: HeightJson,
  centralBank: AddressJson,
  name: Type.String(),
  ...InstrumentOfJson,
  delayMs: Type.String({ ...U64Json, description: "How long a proposed change stands at least, in milliseconds." }),
  parameters: Type.Array(
    Type.Object({
      ...ParameterValueJson.properties,
      wasSet: Type.Boolean({ description: "What was never set is zero, and is set at once." }),
    }),
  ),
  tiers: Type.Array(TierJson, {
    description: "By number; a wallet of a tier that is not here cannot use the instrument. None at all means no limits.",
  }),
});
export type CentralBankPolicyJson = Static<typeof CentralBankPolicyJson>;

export const getPolicy = defineRoute({
  operation: "getPolicy",
  method: "GET",
  path: "/v1/central-banks/{address}/policy",
  tag: "Supervision",
  summary: "A central bank's policy: ratios, rates, the limits of wallets by tier, the delay before changes",
  description:
    "The instrument named is the digital cash that the tiers' limits are for. Refused with `unknown_account` where there is no central bank.",
  params: Type.Object({ address: addressParameter("The central bank") }),
  answers: { 200: { description: "As of `height`.", schema: CentralBankPolicyJson } },
});

/** What a proposal would do, with the value as it is now beside the proposed one. */
export const PolicyChangeJson = Type.Union([
  Type.Object({ kind: Type.Literal("delay"), delayMs: U64Json, nowMs: U64Json }),
  Type.Object({ kind: Type.Literal("tier"), limits: TierJson, now: Type.Union([TierJson, Type.Null()]) }),
  Type.Object({ kind: Type.Literal("parameter"), ...ParameterValueJson.properties, now: U64Json }),
  Type.Object({
    kind: Type.Literal("notesLimit"),
    bank: AddressJson,
    limitMinor: Type.String({ ...AmountJson, description: "What the bank may take in in notes before they are counted." }),
    nowMinor: AmountJson,
  }),
]);
export type PolicyChangeJson = Static<typeof PolicyChangeJson>;

export const ProposalJson = Type.Object({
  authority: Type.String({ ...AddressJson, description: "Who proposed it: a central bank." }),
  number: U64Json,
  ...UnitOfJson,
  proposedAtMs: TimeJson,
  earliestMs: Type.String({ ...TimeJson, description: "It can be executed from this moment on: milliseconds since 1970." }),
  lapsesMs: Type.String({ ...TimeJson, description: "After this moment it can no longer be: milliseconds since 1970." }),
  state: Type.Union([Type.Literal("waiting"), Type.Literal("executable"), Type.Literal("lapsed")], {
    description: "At the time of the block that the answer is as of.",
  }),
  executableBy: Type.String({ ...AddressJson, description: "Whose signature executes or cancels it." }),
  change: PolicyChangeJson,
});
export type ProposalJson = Static<typeof ProposalJson>;

export const ProposalsJson = Type.Object({
  height: HeightJson,
  proposals: Type.Array(ProposalJson),
  next: NextJson,
  complete: CompleteJson,
});
export type ProposalsJson = Static<typeof ProposalsJson>;

export const listProposals = defineRoute({
  operation: "listProposals",
  method: "GET",
  path: "/v1/proposals",
  tag: "Supervision",
  summary: "Changes of policy that are proposed and wait for their time",
  description:
    "In the order of authorities; `limit` counts these, and each has at most 32 proposals. Everybody can see a change coming: what it would be, what is now, " +
    "from when it can be executed and by whom. With `authority` it is one page.",
  query: Type.Object({ ...AddressPage, authority: Type.Optional(addressParameter("Those of one central bank only")) }),
  answers: { 200: { description: "As of `height`.", schema: ProposalsJson } },
});
