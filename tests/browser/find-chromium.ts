import { existsSync } from "node:fs";

const PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** Why tests in a browser are left out where `findChromium` finds nothing. */
export const NO_CHROMIUM = `no Chromium: set CHROMIUM to one, or install it at one of ${PLACES.join(", ")} (Debian: apt-get install chromium)`;

/** Path of a Chromium: what the variable `CHROMIUM` names (which must be there), or the first of the usual places. */
export function findChromium(): string | undefined {
  const named = process.env["CHROMIUM"];
  if (named === undefined) return PLACES.find((path) => existsSync(path));
  if (!existsSync(named)) throw new Error(`CHROMIUM names ${named}, which is not there`);
  return named;
}
