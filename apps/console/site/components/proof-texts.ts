import { defineTexts } from "../app/texts.ts";

export const proofTexts = defineTexts("proof", {
  en: {
    prove: "Check it in this browser",
    proved: "Proved",
    provedReceipt:
      "This browser computed the hashes from the receipt to the root of block {{height}}, and from there to the header of block {{trusted}}.",
    trust: "All of it rests on this header hash. Compare it with what another node, or another person, has for the same block:",
    headerHash: "header hash",
    download: "Download the proof",
  },
  zh: {
    prove: "在本浏览器中验证",
    proved: "已证明",
    provedReceipt: "本浏览器逐级计算了哈希：从回执到区块 {{height}} 的根，再到区块 {{trusted}} 的区块头。",
    trust: "一切都基于这个区块头哈希。请与其他节点或他人手中同一区块的哈希比对：",
    headerHash: "区块头哈希",
    download: "下载证明",
  },
});
