import { fileURLToPath } from "node:url";

// From dist/node/ as from src/node/.
const ROOT = new URL("../../../../", import.meta.url);

/** Sources of the Move packages of this repository. */
export const MOVE_DIRECTORY = fileURLToPath(new URL("move", ROOT));
/** Where they are compiled to. */
export const MOVE_BUILD_DIRECTORY = fileURLToPath(new URL("move/build", ROOT));
/** The benchmark programs. */
export const BENCH_MAIN = fileURLToPath(new URL("bench/dist/main.js", ROOT));
