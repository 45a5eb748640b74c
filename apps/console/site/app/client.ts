import { Client } from "@sycee/sdk";
import { leavingRoomToAct } from "./room-to-act.ts";

/** The node that served this page. */
export const client = new Client(globalThis.location.origin, { fetch: leavingRoomToAct((input, init) => globalThis.fetch(input, init)) });
