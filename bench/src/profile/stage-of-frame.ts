/** Where a function is: its name and the end of its file's path. */
interface Place {
  readonly stage: string;
  readonly file: string;
  /** All functions of the file if absent. */
  readonly functions?: readonly string[];
}

/** Time of no stage: the loop over blocks itself. */
export const OTHER = "other";

/** Stages of a payment in the executor, in the order in which it passes them. */
const PLACES: readonly Place[] = [
  { stage: "identity: one hash", file: "protocol/dist/transaction.js", functions: ["transactionId"] },
  { stage: "decode and admission", file: "ledger/dist/execution/admission.js" },
  { stage: "decode and admission", file: "protocol/dist/transaction.js" },
  { stage: "replay window", file: "ledger/dist/execution/replay-window.js" },
  { stage: "replay window", file: "ledger/dist/execution/replay-check.js" },
  {
    stage: "replay window",
    file: "ledger/dist/open-ledger.js",
    functions: ["findNonce", "nonceText", "rememberedAs", "remember"],
  },
  { stage: "keys: one hash", file: "ledger/dist/execution/current-keys.js" },
  { stage: "plan the program", file: "move-vm/dist/state/plan-program.js" },
  { stage: "plan the program", file: "move-vm/dist/state/call-target.js" },
  { stage: "laws", file: "ledger/dist/laws/" },
  { stage: "run the program", file: "move-vm/dist/state/run-program.js" },
  { stage: "receipt", file: "ledger/dist/execution/execute-entry.js", functions: ["receiptOf"] },
  { stage: "write set", file: "move-vm/dist/state/block-session.js", functions: ["writeSet"] },
  { stage: "take changes", file: "move-vm/dist/state/block-session.js" },
  { stage: "state commitment", file: "ledger/dist/commitment/" },
  { stage: "encode results", file: "ledger/dist/block-record.js", functions: ["encodeEntryResult"] },
  { stage: "roots of transactions and results", file: "ledger/dist/merkle-root.js" },
  { stage: "encode the record", file: "ledger/dist/block-record.js" },
  { stage: "append to the log", file: "storage/dist/log/" },
  { stage: "state in storage", file: "storage/dist/" },
  { stage: "state in storage", file: "ledger/dist/memory-store.js" },
  { stage: "state in storage", file: "node_modules/lmdb/" },
  { stage: "entries of the block", file: "ledger/dist/execution/execute-entry.js" },
  { stage: "entries of the block", file: "ledger/dist/open-ledger.js" },
];

/** Stages in the order in which a payment passes them. */
export const STAGES: readonly string[] = [...new Set(PLACES.map(({ stage }) => stage)), "garbage collector", OTHER];

/** The stage that a function of a call stack belongs to, `undefined` if its caller decides. */
export function stageOfFrame(functionName: string, url: string): string | undefined {
  if (functionName === "(garbage collector)") return "garbage collector";
  return PLACES.find(({ file, functions }) => url.includes(file) && (functions?.includes(functionName) ?? true))?.stage;
}
