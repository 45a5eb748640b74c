export { EXECUTOR_LIMITS } from "./block-runner/executor.ts";
export { NodeStartError } from "./block-runner/node-start-error.ts";
export type { NodeOptions } from "./main/node-options.ts";
export { type RunningNode, startNode } from "./main/start-node.ts";
export { verifyChain } from "./replay/verify-chain.ts";
export type { VerifyMismatch, VerifyProgress, VerifyReport } from "./replay/verify-report.ts";
