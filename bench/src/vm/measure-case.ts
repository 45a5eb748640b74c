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
  const ours = (): unknown => callCase(vm, measured, samples.ours, operand);
  const byHand = (): unknown => handwritten(samples.ours, plainOperand);
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

/** The fastest of some samples, by the clock or by processor time: what other processes take away only ever makes one slower. */
function fastest(sample: () => unknown, iterations: number): number {
  for (let round = 0; round < WARM_UP; round++) sample();
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < SAMPLES; round++) {
    const start = performance.now();
    const before = process.cpuUsage();
    sample();
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, performance.now() - start, (user + system) / 1000);
  }
  return (best * 1e6) / iterations;
}
