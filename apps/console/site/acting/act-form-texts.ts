import { defineTexts } from "../app/texts.ts";

export const actFormTexts = defineTexts("act-form", {
  en: {
    textWrong: "Write something here.",
    choiceWrong: "Choose one.",
    amountWrong: "Write an amount of more than zero like 12.50, with at most {{decimals}} decimals.",
    limitWrong: "Write an amount like 12.50, or leave it empty for no limit.",
    percentWrong: "Write a percentage from 0 to 100 with at most two decimals, like 4.35.",
    wholeWrong: "Write a whole number.",
    holderWrong: "Nobody of this name is known here, and it is no address.",
    noLimit: "no limit",
    address: "address",
    mustAct: "Only {{name}} signs for this. Choose it at the top right to act here.",
    acts: "What can be done with {{what}}",
    goOn: "Go on…",
  },
  zh: {
    textWrong: "请填写。",
    choiceWrong: "请选择。",
    amountWrong: "请填写大于零的金额，如 12.50，最多 {{decimals}} 位小数。",
    limitWrong: "请填写金额，如 12.50；留空表示不限。",
    percentWrong: "请填写 0 到 100 的百分数，最多两位小数，如 4.35。",
    wholeWrong: "请填写整数。",
    holderWrong: "此处没有这个名称，它也不是地址。",
    noLimit: "不限",
    address: "地址",
    mustAct: "只有{{name}}能签署。请在右上角选择该身份。",
    acts: "{{what}}的操作",
    goOn: "下一步…",
  },
});
