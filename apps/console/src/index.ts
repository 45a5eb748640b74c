import { fileURLToPath } from "node:url";

/** Where the built console lies: `index.html` and what it loads. Made by `npm run build`. */
export const consoleDirectory: string = fileURLToPath(new URL("../dist/site", import.meta.url));
