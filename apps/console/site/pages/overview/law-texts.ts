import { defineTexts } from "../../app/texts.ts";

export const lawTexts = defineTexts("laws", {
  en: {
    address: "address",
    holds: "holds",
    broken: "broken",
    beyondLedger: "not verifiable here",
    beyondLedgerHead: "Not verifiable on the ledger: {{names}}",
    beyondLedgerText:
      "In the first mode banks keep customers' money outside the ledger: what stands behind this e-money is known by the institution's own reports only. The law asks nothing of it there.",
    firstModeShortfall: "{{name}} itself reports a shortfall of {{amount}} (on {{time}}).",
    firstModeNoShortfall: "{{name}} itself reports no shortfall (on {{time}}).",
    firstModeNoReport: "{{name}} never reported.",
  },
  zh: {
    address: "地址",
    holds: "成立",
    broken: "被违反",
    beyondLedger: "账本无法核实",
    beyondLedgerHead: "账本无法核实：{{names}}",
    beyondLedgerText: "第一模式下，客户资金由银行在账本之外保管：其备付情况仅见于该机构自行报告，定律对此不作要求。",
    firstModeShortfall: "{{name}} 自行报告缺口 {{amount}}（{{time}}）。",
    firstModeNoShortfall: "{{name}} 自行报告没有缺口（{{time}}）。",
    firstModeNoReport: "{{name}} 从未报告。",
  },
});
