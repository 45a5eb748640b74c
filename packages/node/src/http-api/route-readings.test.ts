import { ROUTES } from "@sycee/protocol";
import { fastify } from "fastify";
import { expect, test } from "vitest";
import { checkDecided, readingOf } from "./route-readings.ts";
import { fastifyPath } from "./route-schema.ts";

function server() {
  const app = fastify();
  app.addHook("onRoute", checkDecided);
  return app;
}

test.each(["/v1/everything", "/v1/accounts/:address/secrets", "/v1/*", "/v1/transactions/:other"])(
  "%s reads and nobody has decided for whom: the server is not made",
  (url) => {
    expect(() => server().get(url, () => "")).toThrow("nobody has decided for whom");
    expect(() => server().route({ url, method: ["POST", "GET"], handler: () => "" })).toThrow("nobody has decided for whom");
  },
);

test("routes that do not read, and those that are none of the API's, are made", () => {
  expect(() => server().post("/v1/everything", () => "")).not.toThrow();
  expect(() => server().get("/metrics", () => "")).not.toThrow();
});

test("every route of the API that reads is decided, for GET and for HEAD", () => {
  for (const route of Object.values(ROUTES)) {
    const url = fastifyPath(route);
    if (route.method === "GET") expect(readingOf(url, "HEAD"), url).toBe(readingOf(url, "GET"));
    expect(readingOf(url, "GET") === undefined, url).toBe(
      Object.values(ROUTES).every((each) => each.path !== route.path || each.method !== "GET"),
    );
    expect(readingOf(url, "POST")).toBeUndefined();
  }
});
