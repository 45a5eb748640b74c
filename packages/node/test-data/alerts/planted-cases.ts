import type { EconomyDiary } from "./economy-diary.ts";
import type { EconomyDraw } from "./economy-draw.ts";
import { DAYS, PEOPLE } from "./ordinary-life.ts";

type Variant = "plain" | "evasive";

const PLAIN = 6;
const EVASIVE = 2;

/**
 * Puts cases of each pattern into an economy: six as the typologies describe them, two by launderers who keep away from what rules
 * usually look for. The six are drawn wider than the rules' parameters, so that some of them lie beyond. Accounts are new ones or
 * those of people who live in the economy.
 */
export function plantCases(diary: EconomyDiary, draw: EconomyDraw): void {
  for (const plant of [plantStructuring, plantPassThrough, plantFanIn, plantFanOut, plantDormant, plantRing]) {
    for (let index = 0; index < PLAIN; index++) plant(diary, draw, "plain");
    for (let index = 0; index < EVASIVE; index++) plant(diary, draw, "evasive");
  }
}

/** An account that was not seen before, or somebody's. */
function account(draw: EconomyDraw): string {
  return draw.permille(500) ? `stranger-${draw.whole(0, 2_000_000_000)}` : draw.one(PEOPLE);
}

function accounts(draw: EconomyDraw, count: number): string[] {
  const drawn = new Set<string>();
  while (drawn.size < count) drawn.add(account(draw));
  return [...drawn];
}

const dayIn = (draw: EconomyDraw): number => draw.whole(40_000, (DAYS - 25) * 1_000) / 1_000;

/** Evasive: well below the limit, or over weeks. */
function plantStructuring(diary: EconomyDiary, draw: EconomyDraw, variant: Variant): void {
  const pay = diary.plant("structuring", variant);
  const count = draw.whole(3, 9);
  const limit = draw.permille(800) ? 50_000 : 500_000;
  const isLow = variant === "evasive" && draw.permille(500);
  const [from, to] = isLow ? [600, 790] : [780, 999];
  const span = variant === "evasive" && !isLow ? draw.whole(25, 45) : draw.whole(1, 10);
  const [one = "", ...others] = accounts(draw, count + 1);
  const shape = draw.whole(0, 2);
  const start = Math.min(dayIn(draw), DAYS - 46);
  for (let index = 0; index < count; index++) {
    const yuan = Math.floor((limit * draw.whole(from, to)) / 1_000);
    const other = shape === 0 ? (others[0] ?? "") : (others[index] ?? "");
    const day = start + (span * index) / count + draw.whole(0, 200) / 1_000;
    if (shape === 2) pay(other, one, yuan, day);
    else pay(one, other, yuan, day);
  }
}

/** Evasive: keeps more, waits longer than a day, or does it only once. */
function plantPassThrough(diary: EconomyDiary, draw: EconomyDraw, variant: Variant): void {
  const pay = diary.plant("rapid_pass_through", variant);
  const evasion = variant === "evasive" ? draw.whole(1, 3) : 0;
  const [mule = "", ...others] = accounts(draw, 7);
  const start = dayIn(draw);
  const passages = evasion === 3 ? 1 : draw.whole(2, 5);
  for (let index = 0; index < passages; index++) {
    const yuan = draw.yuan(5_000, 80_000);
    const day = start + index * draw.whole(1, 5);
    const waits = evasion === 2 ? draw.whole(26, 60) : draw.whole(1, 26);
    const kept = evasion === 1 ? draw.whole(200, 350) : draw.whole(20, 160);
    pay(others[index] ?? "", mule, yuan, day);
    pay(mule, others[5] ?? "", Math.floor((yuan * (1_000 - kept)) / 1_000), day + waits / 24);
  }
}

/** Evasive: lets it lie for more than a week, or collects from few at a time. */
function plantFanIn(diary: EconomyDiary, draw: EconomyDraw, variant: Variant): void {
  const pay = diary.plant("fan_in", variant);
  const evasion = variant === "evasive" ? draw.whole(1, 2) : 0;
  const [collector = "", final = "", ...payers] = accounts(draw, draw.whole(6, 22) + 2);
  const start = Math.min(dayIn(draw), DAYS - 45);
  const span = evasion === 2 ? payers.length * 1.5 : draw.whole(300, 4_000) / 1_000;
  let total = 0;
  payers.forEach((payer, index) => {
    const yuan = draw.yuan(800, 6_000);
    total += yuan;
    pay(payer, collector, yuan, start + (span * index) / payers.length);
  });
  const waits = evasion === 1 ? draw.whole(8, 14) : draw.whole(1, 60) / 24;
  pay(collector, final, Math.floor(total * 0.92), start + span + waits);
}

/** Evasive: a few payees a day over weeks, or amounts under what a rule looks at. */
function plantFanOut(diary: EconomyDiary, draw: EconomyDraw, variant: Variant): void {
  const pay = diary.plant("fan_out", variant);
  const evasion = variant === "evasive" ? draw.whole(1, 2) : 0;
  const [source = "", ...payees] = accounts(draw, draw.whole(6, 22) + 1);
  const start = Math.min(dayIn(draw), DAYS - 45);
  const span = evasion === 1 ? payees.length * 1.5 : draw.whole(200, 4_500) / 1_000;
  payees.forEach((payee, index) => {
    pay(source, payee, evasion === 2 ? draw.yuan(150, 290) : draw.yuan(1_500, 12_000), start + (span * index) / payees.length);
  });
}

/** Evasive: after only four months, or with small payments that keep the account awake. */
function plantDormant(diary: EconomyDiary, draw: EconomyDraw, variant: Variant): void {
  const pay = diary.plant("dormant_then_active", variant);
  const evasion = variant === "evasive" ? draw.whole(1, 2) : 0;
  const sleeper = `sleeper-${diary.cases.length}`;
  const [source = "", final = "", other = ""] = accounts(draw, 3);
  const before = draw.whole(0, 20);
  diary.pay(draw.one(PEOPLE), sleeper, draw.yuan(50, 3_000), before);
  const wake = evasion === 1 ? before + draw.whole(110, 170) : draw.whole(185, DAYS - 20);
  if (evasion === 2) for (let day = before; day < wake; day += 60) diary.pay(sleeper, draw.one(PEOPLE), 1, day + 0.1);
  const yuan = draw.yuan(40_000, 600_000);
  const parts = draw.whole(1, 3);
  for (let part = 0; part < parts; part++) {
    pay(source, sleeper, yuan / parts, wake + part * 2);
    pay(sleeper, part === 1 ? other : final, (yuan / parts) * 0.9, wake + part * 2 + draw.whole(2, 240) / 24);
  }
}

/** Evasive: over more accounts than a rule follows, slower, or in parts. */
function plantRing(diary: EconomyDiary, draw: EconomyDraw, variant: Variant): void {
  const pay = diary.plant("circular_flow", variant);
  const evasion = variant === "evasive" ? draw.whole(1, 3) : 0;
  const members = accounts(draw, evasion === 1 ? draw.whole(6, 8) : draw.whole(3, 5));
  const start = dayIn(draw);
  const span = evasion === 2 ? draw.whole(10, 18) : draw.whole(1, 9);
  let yuan = draw.yuan(10_000, 400_000);
  members.forEach((member, index) => {
    const next = members[(index + 1) % members.length] ?? "";
    const day = start + (span * index) / members.length;
    if (evasion === 3 && index % 2 === 1) {
      pay(member, next, yuan * 0.5, day);
      pay(member, next, yuan * 0.5, day + 0.1);
    } else pay(member, next, yuan, day);
    yuan *= draw.whole(930, 1_000) / 1_000;
  });
}
