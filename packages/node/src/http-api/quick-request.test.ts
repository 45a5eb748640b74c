import { BATCH_MEDIA_TYPE, TRANSACTION_MEDIA_TYPE } from "@sycee/protocol";
import { describe, expect, it } from "vitest";
import { readQuickHead } from "./quick-request.ts";

const LINES = ["POST /v1/transactions HTTP/1.1", "host: node", `content-type: ${TRANSACTION_MEDIA_TYPE}`, "content-length: 300"];
const read = (...lines: readonly string[]) => readQuickHead(lines.join("\r\n"));
const withLine = (line: string) => read(...LINES, line);
const instead = (from: number, line: string) => read(...LINES.toSpliced(from, 1, line));

describe("the plainest heads are read", () => {
  it("with what they say", () => {
    expect(read(...LINES)).toEqual({ mediaType: TRANSACTION_MEDIA_TYPE, length: 300, wait: true, accept: "" });
    expect(instead(0, "POST /v1/transactions?wait=false HTTP/1.1")).toMatchObject({ wait: false });
    expect(instead(2, `Content-Type: ${BATCH_MEDIA_TYPE}`)).toMatchObject({ mediaType: BATCH_MEDIA_TYPE });
  });

  it.each([
    ["accept: application/json", { accept: "application/json" }],
    ["connection: keep-alive", { wait: true }],
    ["Connection: Keep-Alive", { wait: true }],
    ["user-agent: a b/1.0 (c)", { wait: true }],
    ["accept-encoding: gzip, deflate", { wait: true }],
  ])("with %j", (line, expected) => {
    expect(withLine(line)).toMatchObject(expected);
  });
});

describe("left to who reads HTTP in full:", () => {
  it.each([
    "transfer-encoding: chunked",
    "Transfer-Encoding : chunked",
    "expect: 100-continue",
    "connection: close",
    "connection: keep-alive, upgrade",
    "upgrade: websocket",
    "content-length: 300",
    "content-type: application/json",
    "host: other",
    "accept:application/json",
    "accept: a\tb",
    "accept: ",
    " folded: line",
    "x-unknown: 1",
    "no colon",
    "",
  ])("a head with the line %j", (line) => {
    expect(withLine(line)).toBeUndefined();
  });

  it.each([
    [0, "GET /v1/transactions HTTP/1.1"],
    [0, "POST /v1/transactions HTTP/1.0"],
    [0, "POST  /v1/transactions HTTP/1.1"],
    [0, "POST /v1/transactions?wait=maybe HTTP/1.1"],
    [0, "POST http://node/v1/transactions HTTP/1.1"],
    [1, "user-agent: nobody"],
    [2, "content-type: application/json"],
    [2, `content-type: ${TRANSACTION_MEDIA_TYPE}; charset=utf-8`],
    [3, "content-length: 0300"],
    [3, "content-length: +300"],
    [3, "content-length: 300, 300"],
    [3, "content-length: 0"],
    [3, "content-length: 99999999"],
    [3, "content-length: 999999999999999999"],
  ])("a head whose line %i is %j", (index, line) => {
    expect(instead(index, line)).toBeUndefined();
  });
});
