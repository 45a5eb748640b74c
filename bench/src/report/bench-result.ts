import type { LoadResult } from "../payments/load-task.ts";

/** Figures of one run on one machine. */
export interface BenchResult {
  readonly at: string;
  readonly machine: { readonly processor: string; readonly cores: number; readonly node: string };
  readonly rawVerifyPerSecondOneCore: number;
  readonly rawVerifyPerSecondAllCores: number;
  /** In batches of 500. */
  readonly signedPayments?: PaymentFigures;
  /** One a request. */
  readonly singlePayments?: PaymentFigures;
}

/** Figures of one kind of request. */
export interface PaymentFigures {
  readonly perSecond: number;
  /** Of the raw verifications a second on all cores. */
  readonly ratioToRawVerify: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly payments: number;
  readonly seconds: number;
}

/** Figures as they are kept, beside the raw verifications of the same run. */
export function figuresOf(load: LoadResult, rawVerifyPerSecond: number): PaymentFigures {
  return {
    perSecond: Math.round(load.perSecond),
    ratioToRawVerify: round(load.perSecond / rawVerifyPerSecond, 3),
    p50Ms: round(load.p50Ms, 2),
    p99Ms: round(load.p99Ms, 2),
    payments: load.payments,
    seconds: round(load.seconds, 3),
  };
}

/** A result for people. */
export function printResult(result: BenchResult): string {
  const lines = [
    `${result.machine.processor}, ${result.machine.cores} cores, Node ${result.machine.node}`,
    "",
    line("raw libsodium verifications, one core", result.rawVerifyPerSecondOneCore),
    line("raw libsodium verifications, all cores", result.rawVerifyPerSecondAllCores),
  ];
  if (result.signedPayments !== undefined) lines.push(paymentLine("signed payments, batches of 500", result.signedPayments));
  if (result.singlePayments !== undefined) lines.push(paymentLine("signed payments, one a request", result.singlePayments));
  return lines.join("\n");
}

function paymentLine(name: string, figures: PaymentFigures): string {
  return `${line(name, figures.perSecond)}   ${figures.ratioToRawVerify.toFixed(2)} of raw   median ${figures.p50Ms} ms   99% ${figures.p99Ms} ms`;
}

function line(name: string, perSecond: number): string {
  return `${name.padEnd(40)} ${Math.round(perSecond).toString().padStart(8)} /s`;
}

function round(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}
