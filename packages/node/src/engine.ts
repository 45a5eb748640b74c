/**
 * How much of a function has to have run, in bytes of its bytecode, before the engine thinks of compiling it better. With its own 132 KiB or less it
 * compiles most of what only a start runs, beside it and on the same processors: a development ledger then took 9 seconds of processor time until it
 * served, with this it takes 6. What runs for long is compiled a moment later and as well.
 */
export const OPTIMISE_LATER = "--interrupt-budget=1000000";
/**
 * With how large a half of its young generation a thread begins, in MiB, where its own limit is not smaller. The engine begins with 1 MiB, collects every
 * moment while a start makes what stays, and copies all of that twice: a twelfth of the framework's loading.
 */
const ROOM_FOR_WHAT_IS_YOUNG = "--min-semi-space-size=16";

/** What a process that starts a node asks of the engine, as options of Node's command line. A young generation is as large as it is when its thread begins: before anything else is loaded. */
export const ENGINE_OPTIONS: readonly string[] = [OPTIMISE_LATER, ROOM_FOR_WHAT_IS_YOUNG];
