import { CodeError } from "../code-error.ts";
import { crc16 } from "./crc16.ts";
import { type DataObjects, placeOf, readDataObjects, writeDataObjects } from "./data-objects.ts";
import { objectsOf, valuesOf } from "./fields.ts";
import { ADDITIONAL, LANGUAGE, ROOT, TEMPLATE, type Values } from "./layout.ts";

/** Bytes of UTF-8 that a code has at most, so that it stays easy to scan. */
export const MAX_CODE_BYTES = 512;

/** What a template of its own says: whose it is, and that party's data objects `01` to `99`. */
export interface CodeTemplate {
  /** `26` to `51` for an account, `80` to `99` for anything. */
  readonly id: string;
  /** An application identifier, a UUID without hyphens or a reversed domain name. */
  readonly identifier: string;
  readonly data: DataObjects;
}

/** What a merchant-presented code says. Values are as they stand in it, amounts in the currency's unit. */
export interface MerchantCode extends Omit<Values<typeof ROOT>, "initiation"> {
  /** Shown for many payments, or for one; absent where the code does not say. */
  readonly initiation?: "static" | "dynamic";
  /** Accounts of card schemes, by id `02` to `25`. */
  readonly schemeAccounts: DataObjects;
  /** At least one of these, or of `schemeAccounts`. */
  readonly accounts: readonly CodeTemplate[];
  readonly additional?: Values<typeof ADDITIONAL>;
  /** The merchant's name and city in another language, in any characters. */
  readonly alternate?: Values<typeof LANGUAGE>;
  readonly templates: readonly CodeTemplate[];
}

const utf8 = new TextEncoder();
const INITIATION = { static: "11", dynamic: "12" } as const;

/** Writes a code, with its checksum. Throws `CodeError` `missing`, `bad_value`, `too_long`. */
export function encodeMerchantCode(code: MerchantCode): string {
  const { initiation, accounts, templates, schemeAccounts, additional, alternate, ...root } = code;
  checkFees(root);
  const values = { ...root, ...(initiation === undefined ? {} : { initiation: INITIATION[initiation] }) };
  const objects = new Map<string, string>([["00", "01"], ...objectsOf(ROOT, values)]);
  for (const [id, value] of schemeAccounts) addObject(objects, id, value, isSchemeAccount);
  for (const each of accounts) addObject(objects, each.id, writeTemplate(each), isAccountTemplate);
  for (const each of templates) addObject(objects, each.id, writeTemplate(each), isUnreserved);
  if (additional !== undefined) addObject(objects, "62", writeDataObjects(objectsOf(ADDITIONAL, additional, "62"), "62"));
  if (alternate !== undefined) addObject(objects, "64", writeDataObjects(objectsOf(LANGUAGE, alternate, "64"), "64"));
  checkAccounts(objects);
  const text = `${writeDataObjects([...objects].toSorted(([left], [right]) => Number(left) - Number(right)))}6304`;
  checkText(text);
  const bytes = utf8.encode(text);
  if (bytes.length + 4 > MAX_CODE_BYTES) throw new CodeError("too_long");
  return text + crc16(bytes);
}

/**
 * Reads a code, strictly. Data objects reserved for future use are passed over, as the specification asks. Throws
 * `CodeError` `too_long`, `not_text`, `checksum`, `misplaced`, `truncated`, `bad_object`, `duplicate`, `missing`, `bad_value`.
 */
export function decodeMerchantCode(text: string): MerchantCode {
  checkText(text);
  if (utf8.encode(text).length > MAX_CODE_BYTES) throw new CodeError("too_long");
  const end = text.length - 8;
  if (!/^6304[0-9A-F]{4}$/.test(text.slice(end))) throw new CodeError("misplaced", "63");
  if (crc16(utf8.encode(text.slice(0, -4))) !== text.slice(-4)) throw new CodeError("checksum", "63");
  const objects = readDataObjects(text.slice(0, end));
  if (!text.startsWith("000201")) throw new CodeError("misplaced", "00");
  if (objects.has("63")) throw new CodeError("duplicate", "63");
  const { initiation, ...root } = valuesOf(ROOT, objects);
  checkFees(root);
  checkAccounts(objects);
  const additional = objects.get("62");
  const alternate = objects.get("64");
  return {
    ...root,
    ...(initiation === undefined ? {} : { initiation: initiation === INITIATION.static ? "static" : "dynamic" }),
    schemeAccounts: new Map([...objects].filter(([id]) => isSchemeAccount(id))),
    accounts: readTemplates(objects, isAccountTemplate),
    templates: readTemplates(objects, isUnreserved),
    ...(additional === undefined ? {} : { additional: valuesOf(ADDITIONAL, readDataObjects(additional, "62"), "62") }),
    ...(alternate === undefined ? {} : { alternate: valuesOf(LANGUAGE, readDataObjects(alternate, "64"), "64") }),
  };
}

const isSchemeAccount = (id: string): boolean => /^\d\d$/.test(id) && id >= "02" && id <= "25";
const isAccountTemplate = (id: string): boolean => /^\d\d$/.test(id) && id >= "26" && id <= "51";
const isUnreserved = (id: string): boolean => /^\d\d$/.test(id) && id >= "80" && id <= "99";

function addObject(objects: Map<string, string>, id: string, value: string, isOfKind: (id: string) => boolean = () => true): void {
  if (!isOfKind(id)) throw new CodeError("bad_value", id, "A data object of this kind has another id.");
  if (objects.has(id)) throw new CodeError("duplicate", id);
  objects.set(id, value);
}

function writeTemplate({ id, identifier, data }: CodeTemplate): string {
  return writeDataObjects([...objectsOf(TEMPLATE, { identifier }, id), ...data], id);
}

function readTemplates(objects: DataObjects, isOfKind: (id: string) => boolean): CodeTemplate[] {
  return [...objects]
    .filter(([id]) => isOfKind(id))
    .map(([id, value]) => {
      const inner = readDataObjects(value, id);
      const { identifier } = valuesOf(TEMPLATE, inner, id);
      return { id, identifier, data: new Map([...inner].filter(([each]) => each !== TEMPLATE.identifier.id)) };
    });
}

function checkAccounts(objects: DataObjects): void {
  if (![...objects.keys()].some((id) => isSchemeAccount(id) || isAccountTemplate(id))) throw new CodeError("missing", "26");
}

// A fixed fee stands with indicator 02 and only there, a percentage with 03.
function checkFees(root: Values<typeof ROOT>): void {
  for (const [value, indicator, id] of [
    [root.fixedFee, "02", "56"],
    [root.feePercentage, "03", "57"],
  ] as const) {
    if (root.tipIndicator === indicator && value === undefined) throw new CodeError("missing", placeOf("", id));
    if (root.tipIndicator !== indicator && value !== undefined) throw new CodeError("bad_value", id);
  }
}

// Half of a surrogate pair is no character and has no bytes.
function checkText(text: string): void {
  if (/\p{Cs}/u.test(text)) throw new CodeError("not_text");
}
