import { assert, constantFrom, integer, oneof, property, string, stringMatching, tuple } from "fast-check";
import { describe, expect, test } from "vitest";
import { CodeError } from "../code-error.ts";
import { crc16 } from "./crc16.ts";
import { decodeMerchantCode, encodeMerchantCode, type MerchantCode } from "./merchant-code.ts";

/** The example of the EMV QR Code Specification, Merchant-Presented Mode, annex A. */
const EXAMPLE =
  "00020101021229300012D156000000000510A93FO3230Q31280012D15600000001030812345678520441115802CN5914BEST TRANSPORT6007BEIJING64200002ZH0104最佳运输0202北京540523.7253031565502016233030412340603***0708A60086670902ME91320016A0112233449988770708123456786304A13A";

/** The data objects of a code and a checksum that fits them. */
function sealed(objects: string): string {
  const text = `${objects}6304`;
  return text + crc16(new TextEncoder().encode(text));
}

function fault(text: string): string {
  try {
    decodeMerchantCode(text);
    return "read";
  } catch (error) {
    if (!(error instanceof CodeError)) throw error;
    return error.place === undefined ? error.code : `${error.code} ${error.place}`;
  }
}

const HEAD = "000201";
const ACCOUNT = "26080004ABCD";
const REST = "52045812530315658 02CN5903Tea6007Beijing".replace(" ", "");
const GOOD = HEAD + ACCOUNT + REST;

test("the checksum of nine digits is the one that catalogues of checksums give for this kind", () => {
  expect(crc16(new TextEncoder().encode("123456789"))).toBe("29B1");
});

test("the specification's own example is read, its Chinese names by characters", () => {
  const code = decodeMerchantCode(EXAMPLE);
  expect(code).toMatchObject({
    initiation: "dynamic",
    categoryCode: "4111",
    currency: "156",
    amount: "23.72",
    tipIndicator: "01",
    country: "CN",
    merchantName: "BEST TRANSPORT",
    merchantCity: "BEIJING",
    alternate: { language: "ZH", merchantName: "最佳运输", merchantCity: "北京" },
    additional: { storeLabel: "1234", customerLabel: "***", terminalLabel: "A6008667", consumerData: "ME" },
  });
  expect(code.accounts.map(({ id, identifier, data }) => [id, identifier, [...data]])).toEqual([
    ["29", "D15600000000", [["05", "A93FO3230Q"]]],
    ["31", "D15600000001", [["03", "12345678"]]],
  ]);
  expect(code.templates.map(({ id, identifier, data }) => [id, identifier, [...data]])).toEqual([
    ["91", "A011223344998877", [["07", "12345678"]]],
  ]);
  expect(decodeMerchantCode(encodeMerchantCode(code))).toEqual(code);
});

test("lengths count characters beyond the basic plane once", () => {
  const code = { ...decodeMerchantCode(EXAMPLE), alternate: { language: "ZH", merchantName: "𠮷野家" } };
  const text = encodeMerchantCode(code);
  expect(text).toContain("64130002ZH0103𠮷野家");
  expect(decodeMerchantCode(text).alternate).toEqual(code.alternate);
});

test.each<[string, string, string]>([
  ["a good code", sealed(GOOD), "read"],
  ["objects reserved for future use", sealed(`${GOOD}6503abc62161205later0503ref`), "read"],
  ["an altered digit", EXAMPLE.replace("23.72", "23.73"), "checksum 63"],
  ["an altered name", EXAMPLE.replace("最佳运输", "最佳运送"), "checksum 63"],
  ["a checksum in lower case", EXAMPLE.replace("A13A", "a13a"), "misplaced 63"],
  ["no checksum", GOOD, "misplaced 63"],
  ["a checksum that is not the last", `${sealed(GOOD)}6105 1000`, "misplaced 63"],
  ["a second checksum within", sealed(`${GOOD}6304ABCD`), "duplicate 63"],
  ["nothing", "", "misplaced 63"],
  ["a line end", `${EXAMPLE}\n`, "misplaced 63"],
  ["the version not in front", sealed(`${ACCOUNT}${HEAD}${REST}`), "misplaced 00"],
  ["another version", sealed(`000202${ACCOUNT}${REST}`), "misplaced 00"],
  ["an object twice", sealed(`${GOOD}5802CN`), "duplicate 58"],
  ["an object twice within", sealed(`${GOOD}62140503abc0503abc`), "duplicate 62.05"],
  ["a length beyond the end", sealed(`${GOOD}6199abc`), "truncated 61"],
  ["a length beyond the template", sealed(`${GOOD}62070505abc`), "truncated 62.05"],
  ["a length of bytes", sealed(`${GOOD}64220002ZH0112最佳运输`), "truncated 64"],
  ["half a head", sealed(`${GOOD}61`), "truncated 61"],
  ["a length of zero", sealed(`${GOOD}6100`), "bad_object 61"],
  ["a length that is none", sealed(`${GOOD}61+1x`), "bad_object 61"],
  ["digits of another script", sealed(`${GOOD}６１01x`), "bad_object ６１"],
  ["no account", sealed(HEAD + REST), "missing 26"],
  ["an account without identifier", sealed(`${HEAD}26080104ABCD${REST}`), "missing 26.00"],
  ["no currency", sealed(GOOD.replace("5303156", "")), "missing 53"],
  ["a currency in letters", sealed(GOOD.replace("5303156", "5303CNY")), "bad_value 53"],
  ["an amount with a comma", sealed(`${GOOD}540598,73`), "bad_value 54"],
  ["an amount with a space", sealed(`${GOOD}54053 705`), "bad_value 54"],
  ["an amount of nothing", sealed(`${GOOD}54040.00`), "bad_value 54"],
  ["an amount below nothing", sealed(`${GOOD}5402-1`), "bad_value 54"],
  ["an amount with two points", sealed(`${GOOD}54051.2.3`), "bad_value 54"],
  ["a point without decimals", sealed(`${GOOD}540398.`), "read"],
  ["an amount that is too long", sealed(`${GOOD}541412345678901234`), "bad_value 54"],
  ["an unknown initiation", sealed(`${HEAD}010213${ACCOUNT}${REST}`), "bad_value 01"],
  ["a Chinese name where only ASCII goes", sealed(GOOD.replace("5903Tea", "5902茶馆")), "bad_value 59"],
  ["a name that is too long", sealed(GOOD.replace("5903Tea", `5926${"T".repeat(26)}`)), "bad_value 59"],
  ["a name with a line end", sealed(`${GOOD}64130002ZH0103a\nb`), "bad_value 64.01"],
  ["a language without a name", sealed(`${GOOD}64060002ZH`), "missing 64.01"],
  ["a fixed fee", sealed(`${GOOD}55020256041.50`), "read"],
  ["a fixed fee without its indicator", sealed(`${GOOD}56041.50`), "bad_value 56"],
  ["an indicator without its fee", sealed(`${GOOD}550203`), "missing 57"],
  ["a percentage beyond the last", sealed(`${GOOD}5502035705100.0`), "bad_value 57"],
  ["half of a character", `${GOOD}\ud842`, "not_text"],
  [
    "more than 512 bytes",
    sealed(`${GOOD}${["80", "81", "82", "83", "84"].map((id) => `${id}990004ABCD0187${"x".repeat(87)}`).join("")}`),
    "too_long",
  ],
])("%s", (_, text, expected) => expect(fault(text)).toBe(expected));

describe("whatever it is given", () => {
  const ascii = (most: number) => stringMatching(new RegExp(`^[ -~]{1,${most}}$`));
  const codes = tuple(
    ascii(25),
    ascii(15),
    string({ unit: "grapheme", minLength: 1, maxLength: 6 }).filter(
      (value) => Array.from(value).length <= 25 && !/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}]/u.test(value),
    ),
    integer({ min: 1, max: 999_999_999 }),
    ascii(25),
    constantFrom<"static" | "dynamic">("static", "dynamic"),
  ).map(
    ([merchantName, merchantCity, name, amountMinor, reference, initiation]): MerchantCode => ({
      initiation,
      schemeAccounts: new Map([["15", "1234567890123456"]]),
      accounts: [],
      categoryCode: "5812",
      currency: "156",
      amount: `${amountMinor}.00`,
      country: "CN",
      merchantName,
      merchantCity,
      additional: { reference },
      alternate: { language: "ZH", merchantName: name },
      templates: [{ id: "99", identifier: "A", data: new Map([["01", reference]]) }],
    }),
  );

  test("a code that is written is read as it was", () => {
    assert(
      property(codes, (code) => {
        expect(decodeMerchantCode(encodeMerchantCode(code))).toEqual(code);
      }),
    );
  });

  test("a code with one character changed is refused", () => {
    assert(
      property(codes, integer({ min: 0, max: 1_000_000 }), ascii(1), (code, place, character) => {
        const characters = Array.from(encodeMerchantCode(code));
        const at = place % characters.length;
        const altered = characters.toSpliced(at, 1, character).join("");
        if (altered !== characters.join("")) expect(fault(altered)).not.toBe("read");
      }),
    );
  });

  test("nonsense with a checksum that fits ends in a coded error or a code that is written alike", () => {
    const nonsense = oneof(
      string({ unit: "binary", maxLength: 80 }),
      tuple(constantFrom(GOOD, EXAMPLE.slice(0, -8)), integer({ min: 0, max: 200 }), string({ unit: "grapheme", maxLength: 5 })).map(
        ([base, at, more]) => base.slice(0, at) + more + base.slice(at),
      ),
    );
    let read = 0;
    assert(
      property(nonsense, (objects) => {
        const text = sealed(objects);
        if (fault(text) !== "read") return;
        read += 1;
        const code = decodeMerchantCode(text);
        expect(decodeMerchantCode(encodeMerchantCode(code))).toEqual(code);
      }),
      { numRuns: 2_000 },
    );
    expect(read).toBeGreaterThan(0);
  });
});
