import { defineTexts } from "../../app/texts.ts";

/** What can be wrong with a code, in words. */
export const codeFaultTexts = defineTexts("code-fault", {
  en: {
    reason: "Code {{number}}: {{reason}}",
    reasonAt: "Code {{number}}: {{reason}} (data object {{place}})",
    too_long: "it is longer than 512 bytes.",
    not_text: "it has characters that are none.",
    truncated: "it ends within a data object.",
    bad_object: "a data object does not begin with two digits of id and two of length from 01 to 99.",
    duplicate: "a data object is there twice.",
    misplaced: "the payload format indicator does not come first, or the checksum not last.",
    missing: "a data object that must be there is missing.",
    bad_value: "a data object has a value that it cannot have.",
    checksum: "the checksum does not fit.",
    not_ours: "it asks for no payment on such a ledger.",
    no_picture: "the picture cannot be read, or has more than 16 million pixels.",
    no_code: "there is no QR code to be read in the picture.",
  },
  zh: {
    reason: "代码 {{number}}：{{reason}}",
    reasonAt: "代码 {{number}}：{{reason}}（数据对象 {{place}}）",
    too_long: "长度超过 512 字节。",
    not_text: "含有无效字符。",
    truncated: "在某个数据对象中间中断。",
    bad_object: "某个数据对象的开头不是两位编号和两位长度（01 至 99）。",
    duplicate: "某个数据对象出现两次。",
    misplaced: "格式标识不在最前，或校验和不在最后。",
    missing: "缺少必需的数据对象。",
    bad_value: "某个数据对象的值不允许。",
    checksum: "校验和不符。",
    not_ours: "它不是此类账本的收款码。",
    no_picture: "图片无法读取，或超过 1600 万像素。",
    no_code: "图片中没有可读取的二维码。",
  },
});
