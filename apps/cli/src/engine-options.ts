import { setFlagsFromString } from "node:v8";

/**
 * How much of a function has to have run, in bytes of its bytecode, before the engine thinks of compiling it better. With its own 132 KiB or less it
 * compiles most of what only a start runs, beside it and on the same processors: a development ledger then took 9 seconds of processor time until it
 * served, with this it takes 6. What runs for long is compiled a moment later and as well.
 */
const OPTIMISED_AFTER_BYTES = 1_000_000;
/**
 * With how large a half of its young generation a thread begins, where its own limit is not smaller. The engine begins with 1 MiB, collects every moment
 * while a start makes what stays, and copies all of that twice: a twelfth of the framework's loading.
 */
const FIRST_YOUNG_MB = 16;

// Before anything else is loaded, for all threads of the process; a young generation is as large as it is when its thread begins.
setFlagsFromString(`--interrupt-budget=${OPTIMISED_AFTER_BYTES}`);
setFlagsFromString(`--min-semi-space-size=${FIRST_YOUNG_MB}`);
