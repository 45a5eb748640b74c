import { createHash, timingSafeEqual } from "node:crypto";
import { OfficeError } from "../office-error.ts";

/** An app of the institution. The office knows its token by its hash alone. */
export interface App {
  readonly name: string;
  /** SHA-256 of the bearer token, hexadecimal. */
  readonly tokenSha256: string;
}

/** The name of the app whose token a request carries. Throws `OfficeError` `not_authorised`. */
export function appOf(apps: readonly App[], authorisation: string | undefined): string {
  const [, token] = /^Bearer ([\x21-\x7e]{16,256})$/.exec(authorisation ?? "") ?? [];
  if (token === undefined) throw new OfficeError("not_authorised");
  const hash = createHash("sha256").update(token).digest();
  // Every app is compared, so that the time tells nothing.
  const found = apps.filter(({ tokenSha256 }) => {
    const known = Buffer.from(tokenSha256, "hex");
    return known.length === hash.length && timingSafeEqual(known, hash);
  });
  const [app] = found;
  if (app === undefined) throw new OfficeError("not_authorised");
  return app.name;
}
