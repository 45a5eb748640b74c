import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client, developmentSeed, keyFromSeed, signerOf } from "@sycee/sdk";
import { Compile } from "typebox/compile";
import { expect, test } from "vitest";
import { COMMERCIAL_BANK, createOfficeServer, Office, PAYMENT_INSTITUTION } from "../index.ts";
import { officeRoutes } from "./office-routes.ts";

const TOKEN = "token-of-a-test-app";
const HASH = "f3a2c0cbd0ad7c31f0e7d56e3e0fc1ef0dcd9a9fd1b9cbbb1bb1e3f1ba2a5d1e";

test.each([PAYMENT_INSTITUTION, COMMERCIAL_BANK])("the document of a $name names every route that there is, and no other", async (kind) => {
  const routes = officeRoutes(kind);
  const directory = mkdtempSync(join(tmpdir(), "sycee-openapi-"));
  // No node answers there: what is asked here needs none.
  const client = new Client("http://127.0.0.1:9");
  const signer = signerOf(await keyFromSeed(developmentSeed("office document")));
  const currency = { symbol: "X", decimals: 2, zoneOffsetMinutes: 0 };
  const office = new Office({ directory, client, signer, kind, name: "Pay & <Co>", currency });
  const server = createOfficeServer({ office, apps: [{ name: "tests", tokenSha256: HASH }] });
  try {
    const { body, headers } = await server.inject("/openapi.json");
    expect(headers["content-type"]).toBe("application/json; charset=utf-8");
    const document = JSON.parse(body) as {
      readonly openapi: string;
      readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly operationId: string }>>>>;
    };
    expect(document.openapi).toBe("3.1.0");
    const documented = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(documented.toSorted()).toEqual(routes.map(({ method, path }) => `${method} ${path}`).toSorted());
    expect(new Set(routes.map(({ operation }) => operation)).size).toBe(routes.length);
    // Each is there and asks who it is; what is not documented is not there.
    for (const { method, path } of routes) {
      const answer = await server.inject({
        method,
        url: path.replace("{id}", "x"),
        headers: { "content-type": "application/json" },
        payload: method === "GET" ? "" : "{}",
      });
      expect([method, path, answer.statusCode, answer.json<{ readonly code: string }>().code]).toEqual([
        method,
        path,
        401,
        "not_authorised",
      ]);
    }
    const tree = server.printRoutes({ commonPrefix: false });
    expect(
      [...tree.matchAll(/\((?!HEAD|OPTIONS)([A-Z, ]+)\)/g)]
        .flatMap(([, methods = ""]) => methods.split(", "))
        .filter((method) => method !== "HEAD"),
    ).toHaveLength(routes.length + ["/openapi.json", "/docs", "/problems/:code"].length);
    const docs = await server.inject("/docs");
    expect(docs.headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(docs.body).toContain("Back office of Pay &#38; &#60;Co&#62;");
    for (const { path } of routes) expect(docs.body).toContain(path);
    expect((await server.inject("/problems/queue_full")).json()).toMatchObject({ number: 8014, status: 429 });
    expect((await server.inject("/problems/constructor")).statusCode).toBe(404);
    expect((await server.inject({ url: "/v1/orders/x", headers: { authorization: `Bearer ${TOKEN}` } })).statusCode).toBe(401);
  } finally {
    await server.close();
    await office.close();
    rmSync(directory, { recursive: true, force: true });
  }
});

test("an institution has the orders of its kind alone", () => {
  const only = (kind: typeof COMMERCIAL_BANK, other: typeof COMMERCIAL_BANK) =>
    officeRoutes(kind)
      .filter((route) => !officeRoutes(other).includes(route))
      .map(({ path }) => path);
  expect(only(PAYMENT_INSTITUTION, COMMERCIAL_BANK)).toEqual([
    "/v1/collections",
    "/v1/refunds",
    "/v1/grants",
    "/v1/merchants",
    "/v1/merchant-notices",
  ]);
  expect(only(COMMERCIAL_BANK, PAYMENT_INSTITUTION)).toEqual([
    "/v1/interest",
    "/v1/charges",
    "/v1/loans",
    "/v1/loan-repayments",
    "/v1/time-deposits",
    "/v1/time-deposit-releases",
    "/v1/note-deposits",
    "/v1/note-withdrawals",
  ]);
});

test("shapes of requests refuse what routes refuse", () => {
  const payment = officeRoutes(PAYMENT_INSTITUTION).find(({ operation }) => operation === "pay")?.body;
  if (payment === undefined) throw new Error("payments have a body");
  const shape = Compile(payment);
  expect(shape.Check({ payer: "a", payee: "b", amountMinor: "1" })).toBe(true);
  for (const wrong of [
    {},
    { payer: "a", payee: "b", amountMinor: 1 },
    { payer: "a", payee: "b", amountMinor: "0" },
    { payer: "a", payee: "b", amountMinor: "1", more: 1 },
  ])
    expect(shape.Check(wrong)).toBe(false);
});
