import type { Command } from "commander";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type DevelopmentNode, startDevelopmentNode } from "../../test-data/development-node.ts";
import { createProgram } from "../program.ts";

const SLOW_MS = 240_000;
let node: DevelopmentNode;

beforeAll(async () => {
  node = await startDevelopmentNode("reading");
}, SLOW_MS);

afterAll(async () => {
  await node.end();
});

/** The lines that a command prints, each run of spaces as one. */
async function lines(...args: string[]): Promise<string[]> {
  const { code, out, err } = await node.run(...args);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  return out.split("\n").map((line) => line.trim().replace(/ +/g, " "));
}

describe("what a newcomer asks", { timeout: SLOW_MS }, () => {
  test("who there is: institutions, licences, policy", async () => {
    expect(await lines("institutions", "--kind", "operator")).toEqual([
      "who name kind unit issues licence",
      "harbour-bank harbour-bank operator CNY in force",
      "valley-bank valley-bank operator CNY in force",
      "",
    ]);
    const { institutions } = (await node.json("institutions")) as { institutions: { kind: string }[] };
    expect(institutions.filter(({ kind }) => kind === "bank")).toHaveLength(3);
    expect(await lines("licence", "list", "--kind", "bank")).toContain("river-bank bank CNY in force none never");
    expect(await lines("policy", "values", "central-bank")).toContain("4 10,000.00 2,000.00 5,000.00 50,000.00");
    expect(await lines("policy", "proposals")).toEqual(["nothing is proposed", ""]);
    await node.run("policy", "propose", "parameter", "800", "--name", "reserveRatio", "--from", "central-bank");
    expect((await lines("policy", "proposals"))[1]).toMatch(/^1 central-bank reserve ratio 7\.00% to 8\.00% waiting .* central-bank$/);
  });

  test("limits are amounts of the unit, when they are set as when they are read", async () => {
    await node.json("licence", "limit", "hill-bank", "--from", "supervisor", "--kind", "bank", "--limit", "90000000.50");
    expect(await lines("licence", "list", "--kind", "bank")).toContain("hill-bank bank CNY in force 90,000,000.50 never");
    expect(await lines("licence", "show", "hill-bank")).toContain("bank CNY in force 90,000,000.50 never");
    const licence = ["licence", "limit", "hill-bank", "--from", "supervisor", "--kind", "bank", "--limit"] as const;
    expect(await node.refusal(...licence, "0.001")).toBe("invalid_argument");
    expect(await node.refusal(...licence, "1", "--unit", "99")).toBe("unknown_unit");
    await node.json("policy", "propose", "tier", "4", "--from", "central-bank", "--balance", "20000.50", "--single", "2000");
    expect((await lines("policy", "proposals")).join("\n")).toContain("to 20,000.50 / 2,000.00 / no limit / no limit");
    await node.json("policy", "propose", "parameter", "600000.50", "--name", "insuranceCap", "--from", "central-bank");
    expect((await lines("policy", "proposals")).join("\n")).toMatch(/insurance cap \S+ to 600,000\.50 waiting/);
    expect(await node.refusal("policy", "propose", "tier", "4", "--from", "central-bank", "--daily", "1.234")).toBe("invalid_argument");
  });

  test("what a bank has lent and taken for a time", async () => {
    const [symbol, head, first] = await lines("bank", "loans", "river-bank");
    expect([symbol, head]).toEqual([
      "in river-bank.deposit",
      "loan account left granted rate overdue provision annuity last instalment state",
    ]);
    expect(first).toMatch(/^1 1 .*%.* performs$/);
    expect(await lines("bank", "loans", "river-bank", "--account", "4294967295")).toEqual(["no loans", ""]);
    expect((await lines("bank", "time-deposits", "river-bank"))[0]).toBe("deposit account principal rate if early placed on matures on");
    expect(await node.refusal("bank", "loans", "alice")).toBe("unknown_account");
  });

  test("what is left of a wallet's limits, and what is under way for it", async () => {
    expect((await lines("limits", "carol"))[0]).toBe("carol, tier 4, served by valley-bank");
    expect(await lines("limits", "carol")).toContain("one payment 2,000.00 1,200.00");
    const underWay = await lines("under-way", "dan");
    expect(underWay.map((line) => line.split(" ").slice(0, 2).join(" "))).toEqual(
      expect.arrayContaining(["escrow 380.00", "red packet", "standing order"]),
    );
    expect(await lines("under-way", "prosecutor")).toEqual(["nothing is under way for prosecutor", ""]);
  });

  test("a payment request, before and after it is paid", async () => {
    const { request = "" } = (await node.json("request", "7.50", "--to", "bookshop", "--reference", "Pen")) as { request?: string };
    expect(await lines("request", "show", request)).toEqual(
      expect.arrayContaining(["asks 7.50 CNY.cash", "for bookshop", "reference Pen"]),
    );
    const { code = "" } = (await node.json("request", "ask", "1", "--to", "bookshop")) as { code?: string };
    await node.json("pay", "--from", "alice", "--yes", "--request", code);
    expect(await node.refusal("request", "show", node.address("alice"))).toBe("unknown_account");
  });
});

describe("every command", () => {
  /** The commands that do something, with their full names. */
  function commandsOf(command: Command, names: readonly string[] = []): readonly (readonly [string, Command])[] {
    return command.commands.flatMap((each) => {
      const path = [...names, each.name()];
      return each.commands.length === 0 ? [[path.join(" "), each] as const] : commandsOf(each, path);
    });
  }

  test.each(commandsOf(createProgram()))("%s has a description and an example of itself", (name, command) => {
    expect(command.description()).not.toBe("");
    let help = "";
    command.configureOutput({ writeOut: (text) => (help += text) }).outputHelp();
    const [first = ""] = name.split(" ");
    expect(help).toMatch(new RegExp(`Example:\\n(?:  .*\\n)*  (?:.* )?sycee ${first}\\b`));
  });
});
