import type { StatusCode } from "@sycee/protocol";
import { SyceeError } from "@sycee/sdk";
import { expect, test } from "vitest";
import { failureOf } from "./report-failure.ts";

const refusal = (code: StatusCode, number: number) => new SyceeError({ code, number, detail: "The node says no." });

test.each([
  { code: "session_required", number: 5011 },
  { code: "not_yours", number: 5010 },
] as const)("$code names the option that helps, and keeps what the node said", ({ code, number }) => {
  const { detail } = failureOf(refusal(code, number));
  expect(detail).toContain("The node says no.");
  expect(detail).toContain("--reader NAME");
});

test("other refusals stay as they are", () => {
  expect(failureOf(refusal("overloaded", 5002)).detail).toBe("The node says no.");
});
