import { expect, test } from "vitest";
import type { Route } from "./route.ts";
import { ROUTE_TAGS } from "./route.ts";
import { ROUTES } from "./routes.ts";

const routes: readonly (readonly [string, Route])[] = Object.entries(ROUTES);

test.each(routes)("%s is documented", (operation, route) => {
  expect(route.operation).toBe(operation);
  expect(Object.keys(ROUTE_TAGS)).toContain(route.tag);
  expect(route.summary.length).toBeGreaterThan(10);
  expect(route.description.length).toBeGreaterThan(40);
  expect(route.description).not.toBe(route.summary);
  for (const answer of Object.values(route.answers)) expect(answer.description).not.toBe("");
  const inPath = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
  expect(Object.keys(route.params?.properties ?? {})).toEqual(inPath);
  for (const [name, schema] of Object.entries({ ...route.params?.properties, ...route.query?.properties })) {
    expect({ name, description: "description" in schema ? schema.description : "" }).toEqual({
      name,
      description: expect.stringMatching(/.{10}/),
    });
  }
});

test("every group of the documentation has a route", () => {
  const used = new Set(routes.map(([, { tag }]) => tag));
  expect(Object.keys(ROUTE_TAGS).filter((tag) => !used.has(tag as Route["tag"]))).toEqual([]);
});
