import { createVm, hashesReady, type Vm } from "@sycee/move-vm";
import type { VmCase } from "./case.ts";

const SAMPLES = 25;
const WARM_UP = 5;
const BIG_CALLS = 20;
const GAS = Number.MAX_SAFE_INTEGER;

/** Nanoseconds an iteration of ours and of the hand-written code, and our answer to the iterations the reference runs. */
export interface CaseFigures {
  readonly oursFreshNs: number;
  readonly oursAfterBigNs: number;
  readonly handwrittenNs: number;
  /** In decimal. */
  readonly answer: string;
}

/** Measures a case in this process, which should have run nothing else. */
export async function measureCase(measured: VmCase, modules: readonly Uint8Array[]): Promise<CaseFigures> {
  await hashesReady;
  const { handwritten, operand, bigOperand, samples } = measured;
  const vm = createVm({ modules, gas: GAS });
  const plainOperand = Number(operand);
  const ours = (iterations: number): unknown => callCase(vm, measured, iterations, operand);
  const byHand = (iterations: number): unknown => handwritten(iterations, plainOperand);
  checkSame(vm, measured, operand);
  const oursFreshNs = fastest(ours, samples.ours);
  let handwrittenNs = fastest(byHand, samples.ours);
  let oursAfterBigNs = oursFreshNs;
  if (bigOperand !== undefined) {
    checkSame(vm, measured, bigOperand);
    for (let call = 0; call < BIG_CALLS; call++) {
      callCase(vm, measured, 20, bigOperand);
      handwritten(20, bigOperand);
    }
    oursAfterBigNs = fastest(ours, samples.ours);
    handwrittenNs = Math.max(handwrittenNs, fastest(byHand, samples.ours));
  }
  return { oursFreshNs, oursAfterBigNs, handwrittenNs, answer: `${callCase(vm, measured, samples.referenceMany, operand)}` };
}

function callCase(vm: Vm, measured: VmCase, iterations: number, operand: bigint): bigint {
  const result = vm.call(`0x42::cases::${measured.function}`, { arguments: [iterations, operand] });
  if (result.status !== "ok") throw new Error(`${measured.name}: ${result.code}: ${result.message}`);
  const value = result.values[0]?.value;
  if (typeof value !== "bigint") throw new Error(`${measured.name} answered no number`);
  return value;
}

function checkSame(vm: Vm, measured: VmCase, operand: bigint): void {
  const iterations = 20;
  const ours = callCase(vm, measured, iterations, operand);
  const byHand = BigInt(measured.handwritten(iterations, operand <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(operand) : operand));
  if (ours !== byHand) throw new Error(`${measured.name}: ours answers ${ours}, the hand-written code ${byHand}`);
}

/**
 * Nanoseconds an iteration, by the fastest of some samples of so many iterations and of one: as with the reference, what
 * comes before the iterations cancels out.
 */
function fastest(sample: (iterations: number) => unknown, iterations: number): number {
  let many = Number.POSITIVE_INFINITY;
  let one = Number.POSITIVE_INFINITY;
  for (let round = 0; round < WARM_UP; round++) sample(iterations);
  for (let round = 0; round < SAMPLES; round++) {
    many = Math.min(many, timeOf(sample, iterations));
    one = Math.min(one, timeOf(sample, 1));
  }
  return ((many - one) * 1e6) / (iterations - 1);
}

/** Milliseconds by the clock or of processor time, whichever are fewer: what other processes take away only ever makes one slower. */
function timeOf(sample: (iterations: number) => unknown, iterations: number): number {
  const start = performance.now();
  const before = process.cpuUsage();
  sample(iterations);
  const { user, system } = process.cpuUsage(before);
  return Math.min(performance.now() - start, (user + system) / 1000);
}
