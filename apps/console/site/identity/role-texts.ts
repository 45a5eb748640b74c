import { defineTexts } from "../app/texts.ts";

/** Roles of the development economy: what each is called, and what its key can do. */
export const roleTexts = defineTexts("roles", {
  en: {
    centralBank: "central bank",
    operator: "operator",
    bank: "bank",
    paymentInstitution: "payment institution",
    firstModeInstitution: "first-mode institution",
    clearingHouse: "clearing house",
    supervisor: "supervisor",
    investigatingAuthority: "investigating authority",
    custodian: "custodian",
    government: "government",
    depositInsurer: "deposit insurer",
    developer: "developer",
    person: "person",
    shop: "shop",
    centralBankCan: "Its key issues settlement money, admits operators and proposes policy.",
    operatorCan: "Its key exchanges settlement money for digital cash, and opens and serves wallets.",
    bankCan: "Its key takes deposits, lends and pays for its customers.",
    paymentInstitutionCan: "Its key takes in customers' money, holds it in reserve and pays for its customers.",
    firstModeInstitutionCan: "Its key reports what it keeps for its customers and pays for them.",
    clearingHouseCan: "Its key opens and closes the cycles of clearing.",
    supervisorCan: "Its key licenses institutions, approves freezes and reads alerts.",
    investigatingAuthorityCan: "Its key asks for warrants.",
    custodianCan: "Its key attests that assets are there.",
    governmentCan: "Its key pays out of the government's account.",
    depositInsurerCan: "Its key collects premiums and pays insured depositors.",
    developerCan: "Its key publishes packages.",
    personCan: "Its key pays, asks for payments and gives orders.",
    shopCan: "Its key asks for payments and pays.",
  },
  zh: {
    centralBank: "中央银行",
    operator: "运营机构",
    bank: "银行",
    paymentInstitution: "支付机构",
    firstModeInstitution: "第一模式机构",
    clearingHouse: "清算机构",
    supervisor: "监管机构",
    investigatingAuthority: "调查机关",
    custodian: "托管机构",
    government: "政府",
    depositInsurer: "存款保险机构",
    developer: "开发者",
    person: "个人",
    shop: "商户",
    centralBankCan: "其密钥可发行结算货币、准入运营机构并提出政策议案。",
    operatorCan: "其密钥可用结算货币兑换数字现金，并开立和服务钱包。",
    bankCan: "其密钥可吸收存款、发放贷款并为客户付款。",
    paymentInstitutionCan: "其密钥可收取客户资金、存为备付金并为客户付款。",
    firstModeInstitutionCan: "其密钥可报告其为客户保管的资金并为客户付款。",
    clearingHouseCan: "其密钥可开启和关闭清算场次。",
    supervisorCan: "其密钥可发放牌照、批准冻结并查看警报。",
    investigatingAuthorityCan: "其密钥可申请令状。",
    custodianCan: "其密钥可证明资产存在。",
    governmentCan: "其密钥可从政府账户付款。",
    depositInsurerCan: "其密钥可收取保费并赔付受保存款人。",
    developerCan: "其密钥可发布程序包。",
    personCan: "其密钥可付款、收款和下达指令。",
    shopCan: "其密钥可收款和付款。",
  },
});

const KEYS = {
  "central bank": "centralBank",
  operator: "operator",
  bank: "bank",
  "payment institution": "paymentInstitution",
  "first-mode institution": "firstModeInstitution",
  "clearing house": "clearingHouse",
  supervisor: "supervisor",
  "investigating authority": "investigatingAuthority",
  custodian: "custodian",
  government: "government",
  "deposit insurer": "depositInsurer",
  developer: "developer",
  person: "person",
  shop: "shop",
} as const;

/** Says what a role is called, and what its key can do: nothing of a role that is not known here. */
export function useRoles() {
  const t = roleTexts.use();
  return {
    nameOf: (role: string) => (isKnown(role) ? t(KEYS[role]) : role),
    canOf: (role: string | undefined) => (role !== undefined && isKnown(role) ? t(`${KEYS[role]}Can`) : ""),
  };
}

function isKnown(role: string): role is keyof typeof KEYS {
  return Object.hasOwn(KEYS, role);
}
