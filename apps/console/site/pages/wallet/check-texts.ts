import { defineTexts } from "../../app/texts.ts";

export const checkTexts = defineTexts("payment-check", {
  en: {
    payeeSelf: "This is your own wallet: it cannot pay itself.",
    payeeNoWallet: "There is no wallet at this address: an operator has to open one first.",
    payeeMoved: "This wallet was recovered to another address. Ask the payee for the new one.",
    payeeTier: "The payee's wallet may not hold this instrument.",
    payeeFull: "The payee's wallet can take {{most}} more at most.",
    payerNoWallet: "You have no wallet: an operator has to open one first.",
    payerMoved: "Your wallet was recovered to another address. Act as that one.",
    payerTier: "Your wallet may not use this instrument.",
    payerFrozen: "Your wallet is frozen and pays nothing now.",
    limitOfOne: "Your limit for one payment is {{most}}.",
    limitOfDay: "Your limit of the day leaves {{most}}.",
    limitOfYear: "Your limit of the year leaves {{most}}.",
  },
  zh: {
    payeeSelf: "这是您自己的钱包，不能付给自己。",
    payeeNoWallet: "此地址没有钱包，须先由运营机构开立。",
    payeeMoved: "此钱包已恢复到另一地址，请向收款人索取新地址。",
    payeeTier: "收款人的钱包不能持有此工具。",
    payeeFull: "收款人的钱包最多还能收 {{most}}。",
    payerNoWallet: "您还没有钱包，须先由运营机构开立。",
    payerMoved: "您的钱包已恢复到另一地址，请以该地址操作。",
    payerTier: "您的钱包不能使用此工具。",
    payerFrozen: "您的钱包已被冻结，现在不能付款。",
    limitOfOne: "您的单笔限额为 {{most}}。",
    limitOfDay: "您今日的限额还剩 {{most}}。",
    limitOfYear: "您今年的限额还剩 {{most}}。",
  },
});
