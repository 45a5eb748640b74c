import { defineTexts } from "../app/texts.ts";

export const componentTexts = defineTexts("components", {
  en: {
    failed: "This could not be shown",
    unreachable: "The node cannot be reached. It may have been stopped; the page goes on when it is back.",
    session_required: "This node shows what is an account's only to those who may read it. Choose as whom you act, at the top right.",
    historyBegins: "History on this node begins with the state of block {{height}}, which it got as a snapshot.",
    history_not_kept:
      "This node's history begins later: its chain was begun from a snapshot, and what was before is not kept here. A node that has every block can tell.",
    not_yours:
      "Whoever you act as may not read this: an account is read by its holder, by who serves it, by supervisors, and by an investigating authority with a warrant.",
    again: "Try again",
    copy: "Copy {{what}}",
    copied: "Copied",
    exportCsv: "Download CSV",
    table: "Table",
    chart: "Chart",
    none: "Nothing here yet",
    closeDialog: "Close this dialog",
    modelsStarting: "Histories and charts are being prepared. They appear here by themselves.",
    modelsOff: "This node keeps no histories and charts: it was started with `--no-read-models`.",
    code: "Code {{code}}",
  },
  zh: {
    failed: "无法显示",
    unreachable: "无法连接节点。节点可能已停止；恢复后页面会继续。",
    session_required: "本节点只向有权查看者显示账户内容。请在右上角选择身份。",
    historyBegins: "本节点的历史从区块 {{height}} 的快照状态开始。",
    history_not_kept: "本节点的历史开始得更晚：其链自快照开始，此前的内容未保存于此，可向保存全部区块的节点查询。",
    not_yours: "您当前的身份无权查看：账户仅限持有人、其服务机构、监管者以及持令状的调查机关查看。",
    again: "重试",
    copy: "复制{{what}}",
    copied: "已复制",
    exportCsv: "下载 CSV",
    table: "表格",
    chart: "图表",
    none: "暂无内容",
    closeDialog: "关闭对话框",
    modelsStarting: "历史与图表正在准备，就绪后会自动显示。",
    modelsOff: "本节点不保存历史与图表：启动时使用了 `--no-read-models`。",
    code: "代码 {{code}}",
  },
});
