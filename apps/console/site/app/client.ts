import { Client } from "@sycee/sdk";

/** The node that served this page. */
export const client = new Client(globalThis.location.origin);
