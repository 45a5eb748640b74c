import { defineTexts } from "../app/texts.ts";

export const licenceTexts = defineTexts("licence", {
  en: { inForce: "in force", suspended: "suspended", revoked: "revoked", expired: "expired", none: "no licence" },
  zh: { inForce: "有效", suspended: "已暂停", revoked: "已吊销", expired: "已过期", none: "无牌照" },
});
