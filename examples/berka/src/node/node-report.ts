/** What the node's process tells the one that started it. */
export type NodeReport = { readonly kind: "ready"; readonly url: string } | { readonly kind: "failed"; readonly message: string };
