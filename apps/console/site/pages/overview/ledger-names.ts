import { useLanguage } from "../../app/texts.ts";

/** Names that the ledger gives its laws, in Chinese. */
export const CHINESE_LAW_NAMES: Readonly<Record<string, string>> = {
  "holdings equal issued less redeemed": "持有总额等于发行额减赎回额",
  "central-bank money covered by performing assets after haircut": "中央银行货币由折扣后的正常资产足额覆盖",
  "central bank books balance": "中央银行账簿借贷平衡",
  "e-money covered by customers' reserves": "电子货币由客户备付金足额覆盖",
  "institutions' books balance": "各机构账簿借贷平衡",
  "liabilities equal what is outstanding of e-money and deposits": "账面负债等于流通在外的电子货币与存款",
  "institutions' lines for accounts at the central bank equal the accounts": "各机构账面的央行存款等于其在央行的账户余额",
  "customers' balances equal the pool of their book": "客户余额合计等于其账册的资金池",
};

/** Names that the ledger gives kinds of instruments, in Chinese. */
export const CHINESE_INSTRUMENT_KINDS: Readonly<Record<string, string>> = {
  settlement: "结算货币",
  "digital cash": "数字现金",
  deposit: "存款",
  "e-money": "电子货币",
  notes: "现钞",
  "basket coin": "一篮子货币币",
  token: "代币",
  security: "证券",
  issuerless: "无发行人货币",
};

/** A name that the ledger gives something, in the chosen language: as the ledger has it where no other is known. */
export function useLedgerName(chinese: Readonly<Record<string, string>>): (name: string) => string {
  const language = useLanguage();
  return (name) => (language === "zh" ? (chinese[name] ?? name) : name);
}
