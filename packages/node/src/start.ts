// What starts a node, without what else the package has: a start loads nothing that it does not need.
export { NodeStartError } from "./block-runner/node-start-error.ts";
export type { NodeOptions } from "./main/node-options.ts";
export { type RunningNode, startNode } from "./main/start-node.ts";
