/** Of claims on central banks and on all others: readable on the grounds of both schemes. */
export const FLOW_COLOURS = { centralBank: "#b7791f", others: "#3b82f6" } as const;
