/** `set_operator_licensed` as `setOperatorLicensed`. */
export function camelCase(name: string): string {
  const words = name.split("_").filter((word) => word !== "");
  const [first = "", ...others] = words;
  return first.charAt(0).toLowerCase() + first.slice(1) + others.map(capital).join("");
}

/** `central_bank` as `CentralBank`. */
export function pascalCase(name: string): string {
  return name
    .split("_")
    .filter((word) => word !== "")
    .map(capital)
    .join("");
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** The name of a struct or enum in a file with those of other modules: `money::Paid` is `MoneyPaid`, `wallet::WalletOpened` stays. */
export function datatypeName(module: string, name: string): string {
  const prefix = pascalCase(module);
  return name.startsWith(prefix) ? name : prefix + name;
}

/** A name that may stand as a binding: JavaScript's own words get a `_` at the end. */
export function bindingName(name: string): string {
  return RESERVED.has(name) ? `${name}_` : name;
}

// What a module must not be called: words of the language, and what a generated file imports.
const RESERVED = new Set(
  (
    "await break case catch class const continue debugger default delete do else enum export extends false finally for function if implements " +
    "import in instanceof interface let new null package private protected public return static super switch this throw true try typeof var " +
    "void while with yield arguments eval address argument bool bytes enumeration option signer string struct u128 u16 u256 u32 u64 u8 vector"
  ).split(" "),
);

/** Text as a documentation comment of one or more lines, each with `indent` before it; nothing for no text. */
export function docComment(text: string | undefined, indent: string): string[] {
  if (text === undefined || text.trim() === "") return [];
  const lines = text.replaceAll("*/", "*\u200b/").split("\n");
  if (lines.length === 1) return [`${indent}/** ${lines[0]} */`];
  return [`${indent}/**`, ...lines.map((line) => `${indent} * ${line}`.trimEnd()), `${indent} */`];
}
