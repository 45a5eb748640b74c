import { describe, expect, it } from "vitest";
import { compileTestPackage } from "../../test-data/compile-package.ts";
import { borrowed, ModuleEditor, mutable, parameter, type Step, steps, u64, vector } from "../../test-data/module-editor.ts";
import { timeOfCall } from "../../test-data/time-of-call.ts";
import type { CompiledModule, TypeToken } from "../format/compiled-module.ts";
import { decodeModule } from "../format/decode-module.ts";
import { ABILITY } from "../runtime/runtime-type.ts";
import { VerificationError } from "./verification-error.ts";
import { VerificationMeter } from "./verification-meter.ts";
import { verifyModule } from "./verify-package.ts";

/** Of the caller's processor time, which is what a busy machine does not change. */
const TIME_MAX_MS = 100;

const parts = (await compileTestPackage("verified")).map(decodeModule).find((module) => module.identifiers.includes("arithmetic8"));

const ret: Step = ["Ret"];
const many = <Item>(count: number, make: (index: number) => Item): Item[] => Array.from({ length: count }, (_, index) => make(index));

/** Nodes that cost most for their bytes: a datatype in a datatype in a datatype. */
function tower(m: ModuleEditor, depth: number, innermost: TypeToken): TypeToken {
  let type = innermost;
  for (let level = 0; level < depth; level += 1) type = m.type("Box", type);
  return type;
}

/** Loops in each other around `body`, which is repeated. */
function loops(depth: number, body: (start: number) => Step[], bodies: number): Step[] {
  const code: Step[] = many(depth, () => ["Nop"]);
  for (let index = 0; index < bodies; index += 1) code.push(...body(code.length));
  for (let level = depth - 1; level >= 0; level -= 1) code.push(["LdTrue"], ["BrTrue", level]);
  return [...code, ret];
}

const COSTLY: readonly (readonly [what: string, edit: (m: ModuleEditor) => void])[] = [
  [
    "references that all borrow from all others, in loops",
    (m) => {
      const locals = many(120, () => mutable());
      // Every call's result borrows from all that went in.
      const mix = m.add("mix", { parameters: locals, results: many(100, () => borrowed()), code: [["LdU64"], ["Abort"]] });
      for (let index = 0; index < 20; index += 1) {
        m.add(`f${index}`, {
          parameters: locals,
          locals: many(100, () => borrowed()),
          code: loops(
            5,
            (start) => [
              ["LdTrue"],
              ["BrTrue", start + 2],
              ...many(120, (each): Step => ["CopyLoc", each]),
              ["Call", mix],
              ...many(100, (each): Step => ["StLoc", 120 + each]),
            ],
            40,
          ),
        });
      }
    },
  ],
  [
    "copies of references in long chains",
    (m) => {
      m.add("f", {
        parameters: [mutable()],
        locals: many(250, () => mutable()),
        code: loops(
          5,
          (start) => [
            ["LdTrue"],
            ["BrTrue", start + 2],
            ...many(250, (each): Step[] => [
              ["CopyLoc", each],
              ["StLoc", each + 1],
            ]).flat(),
          ],
          100,
        ),
      });
    },
  ],
  [
    "many paths between two references",
    (m) => {
      const pair = m.type("Pair");
      m.add("f", {
        parameters: many(60, () => mutable(pair)),
        locals: many(60, () => mutable()),
        code: loops(
          5,
          (start) => {
            const [left, right]: [Step, Step] = [
              ["MutBorrowField", m.field("Pair", 0)],
              ["MutBorrowField", m.field("Pair", 1)],
            ];
            return many(60, (each): Step[] => {
              const at = start + each * 9;
              return [
                ["LdTrue"],
                ["BrTrue", at + 6],
                ["CopyLoc", each],
                left,
                ["StLoc", 60 + each],
                ["Branch", at + 9],
                ["CopyLoc", each],
                right,
                ["StLoc", 60 + each],
              ];
            }).flat();
          },
          5,
        ),
      });
    },
  ],
  [
    "references of high numbers, then many blocks",
    (m) => {
      const make = m.add("lendMany", { results: many(128, () => borrowed()), code: [["LdU64"], ["Abort"]] });
      const take = m.add("takeMany", { parameters: many(127, () => borrowed()), code: [["LdU64"], ["Abort"]] });
      const code: Step[] = [];
      for (let index = 0; index < 105; index += 1) {
        code.push(["Call", make], ["StLoc", 0], ["Call", take]);
        // A block pushes 10,000 values at most.
        if (index % 70 === 69) code.push(["Branch", code.length + 1]);
      }
      code.push(["Branch", code.length + 1]);
      for (let index = 0; index < 950; index += 1) code.push(["CopyLoc", 0], ["StLoc", 0], ["Branch", code.length + 3]);
      m.add("f", { locals: [borrowed(), borrowed()], code: [...code, ret] });
    },
  ],
  [
    "switches to all blocks",
    (m) => {
      const targets = many(127, (index) => index * 8);
      m.module.datatypeHandles.push({
        module: m.module.selfModule,
        name: m.addIdentifier("Wide"),
        abilities: ABILITY.drop,
        typeParameters: [],
      });
      const variants = many(127, (index) => ({ name: m.addIdentifier(`v${index}`), fields: [] }));
      m.module.enumDefinitions.push({ handle: m.datatype("Wide"), variants });
      for (let index = 0; index < 20; index += 1) {
        m.add(`f${index}`, {
          parameters: [borrowed(m.type("Wide"))],
          code: [
            ...many(1000, (): Step[] => [
              ["CopyLoc", 0],
              ["VariantSwitch", 0],
            ]).flat(),
            ret,
          ],
          jumpTables: [{ enum: m.enum("Wide"), targets }],
        });
      }
    },
  ],
  [
    "a thousand functions of 250 locals and as many blocks",
    (m) => {
      const free = 1000 - m.module.functionDefinitions.length;
      for (let index = 0; index < free; index += 1) {
        m.add(`f${index}`, {
          locals: many(250, () => u64),
          code: [...many(60, (each): Step[] => [["LdTrue"], ["BrTrue", 2 * each + 2]]).flat(), ret],
        });
      }
    },
  ],
  [
    "towers of types in towers of types",
    (m) => {
      for (let index = 0; index < 56; index += 1) {
        const type = tower(m, 28, index % 2 === 0 ? parameter(0) : vector(parameter(0)));
        const self = m.add(`f${index}`, {
          typeParameters: [0],
          parameters: [borrowed(type)],
          results: [borrowed(type)],
          code: [["MoveLoc", 0], ret],
        });
        const argument = tower(m, 28 - (index % 28), index < 28 ? u64 : vector(u64));
        const instance = m.module.functionInstantiations.push({ generic: self, typeArguments: m.signature([argument]) }) - 1;
        const whole = tower(m, 28, index % 2 === 0 ? argument : vector(argument));
        m.module.signatures.push([borrowed(whole)]);
        m.module.functionHandles.push({
          module: m.module.selfModule,
          name: m.addIdentifier(`g${index}`),
          parameters: m.module.signatures.length - 1,
          results: m.signature([]),
          typeParameters: [],
        });
        m.module.functionDefinitions.push({
          handle: m.module.functionHandles.length - 1,
          visibility: "private",
          isEntry: false,
          acquires: [],
          code: {
            locals: m.signature([]),
            jumpTables: [],
            instructions: steps([["MoveLoc", 0], ...many(40, (): Step => ["CallGeneric", instance]), ["Pop"], ret]),
          },
        });
      }
    },
  ],
  ...[0, 620].map(
    (declared) =>
      [
        `a type that is its own 620 type arguments, of a datatype that declares ${declared}`,
        (m: ModuleEditor) => {
          const handle = m.module.datatypeHandles.push({
            module: m.module.selfModule,
            name: m.addIdentifier("Endless"),
            abilities: ABILITY.drop,
            typeParameters: many(declared, () => ({ constraints: 0, isPhantom: false })),
          });
          const typeArguments: TypeToken[] = [];
          const endless: TypeToken = { kind: "datatype", handle: handle - 1, typeArguments };
          for (let index = 0; index < 620; index += 1) typeArguments.push(endless);
          m.module.signatures.push([endless]);
        },
      ] as const,
  ),
  [
    "type parameters handed round by all functions to all",
    (m) => {
      const handles = many(100, (index) => m.add(`f${index}`, { typeParameters: many(30, () => ABILITY.drop), code: [ret] }));
      const all = m.signature(many(30, (index) => parameter((index * 7 + 3) % 30)));
      const instances = handles.map((generic) => m.module.functionInstantiations.push({ generic, typeArguments: all }) - 1);
      for (const [index] of handles.entries()) {
        m.codeOf(`f${index}`).instructions.unshift(...instances.map((each) => ({ op: "CallGeneric" as const, index: each, literal: 0n })));
      }
    },
  ],
  [
    "constants of 65,520 booleans",
    (m) => {
      for (let index = 0; index < 20; index += 1) {
        m.constant(vector({ kind: "bool" }), 0xf0, 0xff, 0x03, ...many(65_520, (each) => (each === index ? 1 : 0)));
      }
    },
  ],
  [
    "60,000 identifiers and signatures",
    (m) => {
      for (let index = 0; index < 60_000; index += 1) m.module.identifiers.push(`name${index}`);
      for (let index = 0; index < 60_000; index += 1) {
        m.module.signatures.push([{ kind: "u8" }, ...many(16, (bit): TypeToken => ({ kind: (index >> bit) % 2 === 0 ? "u64" : "u32" }))]);
      }
    },
  ],
];

describe("a module that costs much to verify", () => {
  it.each(COSTLY)("is answered in time: %s", (_, edit) => {
    const editor = new ModuleEditor(base());
    edit(editor);
    const module: CompiledModule = editor.module;
    const times = [run(module), run(module), run(module)];
    expect(Math.min(...times)).toBeLessThan(TIME_MAX_MS);
  });
});

/** Time of one verification in milliseconds; coded errors are answers too. */
function run(module: CompiledModule): number {
  const meter = new VerificationMeter();
  let answer = "accepted";
  const time = timeOfCall(() => {
    try {
      verifyModule(module, meter);
    } catch (error) {
      if (!(error instanceof VerificationError)) throw error;
      answer = error.message;
    }
  });
  if (process.env["MOVE_VM_SHOW_COST"] !== undefined) {
    process.stdout.write(`${time.toFixed(0)} ms, ${meter.spent} units, ${answer}\n`);
  }
  return time;
}

function base(): CompiledModule {
  if (parts === undefined) throw new Error("the test package has no such module");
  return parts;
}
