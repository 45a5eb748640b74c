import { type Alert, RULE_NAMES, type RuleName } from "../../src/read-models/alerts/alert.ts";
import { bankedEconomy } from "./customer-economy.ts";
import { EconomyDiary, type LabelledPayment } from "./economy-diary.ts";
import { EconomyDraw } from "./economy-draw.ts";
import { actLikeSuspects } from "./hard-negatives.ts";
import { liveOrdinarily } from "./ordinary-life.ts";
import { plantCases } from "./planted-cases.ts";
import { lastAlerts, registerOf } from "./streams.ts";

/** Counts of one rule over one or more economies. */
export interface RuleQuality {
  readonly rule: RuleName;
  /** Planted cases of the rule's pattern, and how many of them an alert of this rule shows, of any rule shows. */
  cases: number;
  found: number;
  foundByAny: number;
  plainCases: number;
  plainFound: number;
  /** The rule's alerts, and those of them of which at least half the payments are of planted cases. */
  alerts: number;
  trueAlerts: number;
}

/** What came of some economies. */
export interface QualityTable {
  readonly rules: Record<RuleName, RuleQuality>;
  economies: number;
  payments: number;
  /** Of them what the rules saw. */
  watchedPayments: number;
  plantedPayments: number;
}

/** A table without any economy yet. */
export function emptyTable(): QualityTable {
  const empty = (rule: RuleName): RuleQuality => ({
    rule,
    cases: 0,
    found: 0,
    foundByAny: 0,
    plainCases: 0,
    plainFound: 0,
    alerts: 0,
    trueAlerts: 0,
  });
  const rules = Object.fromEntries(RULE_NAMES.map((rule) => [rule, empty(rule)])) as Record<RuleName, RuleQuality>;
  return { rules, economies: 0, payments: 0, watchedPayments: 0, plantedPayments: 0 };
}

/** The economy of a seed. */
export function economyOf(seed: number): EconomyDiary {
  const diary = new EconomyDiary();
  const draw = new EconomyDraw(seed);
  liveOrdinarily(diary, draw);
  actLikeSuspects(diary, draw);
  plantCases(diary, draw);
  return diary;
}

/**
 * Adds what the rules find in an economy: in payments between wallets, or where everybody has an account at one of so many
 * `institutions`, in batches (one institution) and in payments through clearing.
 */
export function addEconomy(table: QualityTable, diary: EconomyDiary, institutions = 0): void {
  const all = diary.payments();
  const { payments, register } = institutions === 0 ? { payments: all, register: registerOf() } : bankedEconomy(all, institutions);
  const alerts = lastAlerts(payments, register);
  const caseOf = new Map(payments.map(({ id, plantedCase }) => [id, plantedCase]));
  table.economies += 1;
  table.payments += all.length;
  table.watchedPayments += payments.length;
  table.plantedPayments += all.filter(({ plantedCase }) => plantedCase !== undefined).length;
  for (const alert of alerts) {
    const planted = alert.payments.filter(({ id }) => caseOf.get(id) !== undefined).length;
    table.rules[alert.rule].alerts += 1;
    if (planted * 2 >= alert.payments.length) table.rules[alert.rule].trueAlerts += 1;
  }
  for (const { name, pattern, variant } of diary.cases) {
    const quality = table.rules[pattern];
    const shown = alerts.filter((alert) => shows(alert, name, caseOf));
    const isFound = shown.some(({ rule }) => rule === pattern);
    quality.cases += 1;
    if (isFound) quality.found += 1;
    if (shown.length > 0) quality.foundByAny += 1;
    if (variant === "evasive") continue;
    quality.plainCases += 1;
    if (isFound) quality.plainFound += 1;
  }
}

/** Whether an alert leads to a case: it lists at least two of the case's payments. */
function shows(alert: Alert, name: string, caseOf: ReadonlyMap<string, LabelledPayment["plantedCase"]>): boolean {
  return alert.payments.filter(({ id }) => caseOf.get(id) === name).length >= 2;
}

/** Of a hundred, with one decimal; `–` where there is nothing to divide by. */
const percent = (part: number, whole: number): string => (whole === 0 ? "–" : ((100 * part) / whole).toFixed(1));

/** The table as text: a row for each rule. */
export function printTable(table: QualityTable): string {
  const head = ["rule", "precision %", "recall %", "plain cases %", "by any rule %", "alerts", "true", "cases", "found"];
  const rows = RULE_NAMES.map((rule) => {
    const { cases, found, foundByAny, plainCases, plainFound, alerts, trueAlerts } = table.rules[rule];
    const shares = [percent(trueAlerts, alerts), percent(found, cases), percent(plainFound, plainCases), percent(foundByAny, cases)];
    return [rule, ...shares, ...[alerts, trueAlerts, cases, found].map(String)];
  });
  const widths = head.map((text, column) => Math.max(text.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd();
  const falseAlerts = RULE_NAMES.reduce((sum, rule) => sum + table.rules[rule].alerts - table.rules[rule].trueAlerts, 0);
  const perMany = ((100_000 * falseAlerts) / (table.payments - table.plantedPayments)).toFixed(1);
  const total = `${table.economies} economies, ${table.payments} payments, ${table.watchedPayments} of them watched, ${table.plantedPayments} of planted cases; ${perMany} false alerts for 100,000 honest payments`;
  return [line(head), ...rows.map(line), total].join("\n");
}
