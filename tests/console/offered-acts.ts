import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const CALLS = join(ROOT, "packages/sdk/src/calls");
const SITE = join(ROOT, "apps/console/site");
const PACKAGES = ["money", "oversight", "banking"] as const;

/** Every entry function of the framework's sources, as `package::module::function`. */
export function entryFunctions(): string[] {
  return PACKAGES.flatMap((name) => {
    const directory = join(ROOT, "move", name, "sources");
    return readdirSync(directory).flatMap((file) => {
      const source = readFileSync(join(directory, file), "utf8");
      const module = /^module \w+::(\w+);/m.exec(source)?.[1];
      if (module === undefined) throw new Error(`${file} declares no module`);
      return [...source.matchAll(/entry fun (\w+)\(/g)].map(([, entry]) => `${name}::${module}::${entry}`);
    });
  });
}

/** What the console's pages can send, and by which of its files: every call of the SDK that one of them imports or makes of a binding. */
export function offeredActs(): ReadonlyMap<string, readonly string[]> {
  const bindings = boundFunctions();
  const calls = callsOfSdk(bindings);
  const offered = new Map<string, string[]>();
  for (const file of filesOf(SITE).filter((path) => /\.tsx?$/.test(path) && !path.endsWith(".test.ts"))) {
    const text = readFileSync(file, "utf8");
    const imported = importsFrom(text, "@sycee/sdk");
    const acts = [...imported].flatMap(([local, name]) => [
      ...(calls.get(name) ?? []),
      ...uses(text, local).flatMap((use) => bindings.get(`${name}.${use}`) ?? []),
    ]);
    for (const act of acts) offered.set(act, [...new Set([...(offered.get(act) ?? []), relative(SITE, file)])]);
  }
  return offered;
}

/** Functions that bindings make calls of, by `package.module.function` as the bindings write it. */
function boundFunctions(): Map<string, string> {
  const found = new Map<string, string>();
  for (const name of PACKAGES) {
    const text = readFileSync(join(CALLS, "generated", `${name}.ts`), "utf8");
    for (const [, object, body = ""] of text.matchAll(/^export const (\w+) = \{\n([\s\S]*?)^\} as const;/gm)) {
      for (const [, method, module, entry] of body.matchAll(/^ {2}(\w+)\([\s\S]*?module: "(\w+)",\s+function: "(\w+)"/gm)) {
        found.set(`${name}.${object}.${method}`, `${name}::${module}::${entry}`);
      }
    }
  }
  return found;
}

/** What each function of the SDK's calls makes calls of. */
function callsOfSdk(bindings: ReadonlyMap<string, string>): Map<string, ReadonlySet<string>> {
  const found = new Map<string, ReadonlySet<string>>();
  for (const file of readdirSync(CALLS).filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))) {
    const text = readFileSync(join(CALLS, file), "utf8");
    const objects = PACKAGES.flatMap((name) =>
      [...importsFrom(text, `./generated/${name}.ts`)].map(([local, object]) => ({ local, object: `${name}.${object}` })),
    );
    const functions = new Map([...text.matchAll(/^(?:export )?function (\w+)[\s\S]*?^\}$/gm)].map(([body, name = ""]) => [name, body]));
    const actsOf = (body: string): string[] =>
      objects.flatMap(({ local, object }) => uses(body, local).flatMap((use) => bindings.get(`${object}.${use}`) ?? []));
    for (const [name, body] of functions) {
      const others = [...functions].filter(([other]) => other !== name && new RegExp(`\\b${other}\\(`).test(body));
      found.set(name, new Set([...actsOf(body), ...others.flatMap(([, other]) => actsOf(other))]));
    }
  }
  return found;
}

/** What of an object is called in a text: `b.c` for `a.b.c(`. */
function uses(text: string, object: string): string[] {
  return [...text.matchAll(new RegExp(`\\b${object}\\.(\\w+(?:\\.\\w+)?)\\(`, "g"))].map(([, use = ""]) => use);
}

/** What a text imports from a module and means to run, by its local name. */
function importsFrom(text: string, module: string): Map<string, string> {
  const names = [...text.matchAll(/import \{([^}]*)\} from "([^"]+)"/g)]
    .filter(([, , from]) => from === module)
    .flatMap(([, list = ""]) => list.split(",").map((each) => each.trim()));
  return new Map(
    names
      .filter((each) => each !== "" && !each.startsWith("type "))
      .map((each) => {
        const [name = "", local = name] = each.split(" as ");
        return [local, name];
      }),
  );
}

function filesOf(directory: string): string[] {
  const entries = readdirSync(directory, { withFileTypes: true });
  return entries.flatMap((entry) => (entry.isDirectory() ? filesOf(join(directory, entry.name)) : [join(directory, entry.name)]));
}
