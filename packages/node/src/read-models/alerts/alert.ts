/** The rules, by name. */
export const RULE_NAMES = ["structuring", "rapid_pass_through", "fan_in", "fan_out", "dormant_then_active", "circular_flow"] as const;

/** Name of a rule. */
export type RuleName = (typeof RULE_NAMES)[number];

/** One fact of an explanation, with what a page needs to write it in its reader's language. */
export type ExplanationValue =
  | { readonly kind: "amount"; readonly amountMinor: bigint; readonly unit: string }
  | { readonly kind: "count"; readonly count: number }
  | { readonly kind: "duration"; readonly durationMs: number }
  /** Of a thousand. */
  | { readonly kind: "share"; readonly permille: number }
  | { readonly kind: "parties"; readonly parties: readonly string[] };

/** Why an alert was raised: the sentence to say, and the facts that go into its places. Sentences are in docs/alerts.md. */
export interface Explanation {
  readonly sentence: ExplanationSentence;
  readonly values: Readonly<Record<string, ExplanationValue>>;
}

/** The sentences that rules say. */
export type ExplanationSentence =
  | "structuring_one_pair"
  | "structuring_spread_over_payees"
  | "structuring_spread_over_payers"
  | "rapid_pass_through"
  | "fan_in"
  | "fan_out"
  | "dormant_then_active"
  | "circular_flow";

/** A payment that belongs to a pattern. */
export interface PatternPayment {
  readonly id: string;
  readonly timeMs: number;
  readonly amountMinor: bigint;
}

/** What a rule sees at one payment: the whole pattern as far as the rule remembers it. */
export interface Finding {
  readonly rule: RuleName;
  /** The same for findings about the same subject, unit and shape: they go into one alert while it lasts. */
  readonly pattern: string;
  /** Whom to look at, 1 to 8 parties, the first above all. */
  readonly subjects: readonly string[];
  readonly unit: string;
  /** In the order of the chain, the oldest first, each once, 1 to 512. */
  readonly payments: readonly PatternPayment[];
  /** 1 to 100: how far the pattern is beyond what the parameters ask for. To sort by; no probability. */
  readonly score: number;
  readonly explanation: Explanation;
}

/** A pattern that a supervisor may want to look at. It says nothing of guilt. */
export interface Alert {
  /** 32 hexadecimal digits; a function of the pattern and the payment that raised it, so that a rebuild gives the same. */
  readonly id: string;
  readonly rule: RuleName;
  readonly pattern: string;
  readonly subjects: readonly string[];
  /** Times of the first and the last payment of the pattern, milliseconds since 1970. */
  readonly fromMs: number;
  readonly toMs: number;
  /** Height of the block whose payment last changed the alert. */
  readonly height: bigint;
  readonly unit: string;
  /** Sum of all the pattern's payments. */
  readonly amountMinor: bigint;
  readonly paymentCount: number;
  /** The last of the pattern's payments, at most 512, in the order of the chain. */
  readonly payments: readonly PatternPayment[];
  /** The highest so far, 1 to 100. */
  readonly score: number;
  /** Of the last finding. */
  readonly explanation: Explanation;
  /** 1 when raised, 1 more with each extension. */
  readonly revision: number;
}
