import { expect, test } from "vitest";
import { isOwnOrigin } from "./own-origins.ts";

const PUBLIC = new Set(["https://ledger.example"]);
const END = { address: "::ffff:10.0.0.5", port: 8420 };

test.each([
  { origin: "https://ledger.example", isOwn: true },
  { origin: "http://ledger.example", isOwn: false },
  { origin: "https://ledger.example:8443", isOwn: false },
  { origin: "https://ledger.example.evil.example", isOwn: false },
  { origin: "https://other.example", isOwn: false },
  { origin: "http://10.0.0.5:8420", isOwn: true },
  { origin: "http://10.0.0.5:8421", isOwn: false },
  { origin: "https://10.0.0.5:8420", isOwn: false },
  { origin: "http://10.0.0.6:8420", isOwn: false },
  { origin: "http://127.0.0.1:9000", isOwn: true },
  { origin: "http://localhost:8420", isOwn: true },
  { origin: "http://[::1]:8420", isOwn: true },
  { origin: "http://127.0.0.1.evil.example", isOwn: false },
  { origin: "http://127.evil.example:8420", isOwn: false },
  { origin: "http://localhost.evil.example", isOwn: false },
  { origin: "http://10.0.0.5:8420/", isOwn: false },
  { origin: "http://LOCALHOST:8420", isOwn: false },
  { origin: "http://user@10.0.0.5:8420", isOwn: false },
  { origin: "no address", isOwn: false },
])("$origin: $isOwn", ({ origin, isOwn }) => {
  expect(isOwnOrigin(origin, PUBLIC, END)).toBe(isOwn);
});
