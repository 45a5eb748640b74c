import type { IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";

/** What waits for a connection to take its answers: told for each, or for all when the connection goes. */
const waiting = new WeakMap<Socket, Set<() => void>>();

/** Calls `taken` once when the client's connection has taken the answer that was ended, or is gone. */
export function whenTaken(request: IncomingMessage, response: ServerResponse, taken: () => void): void {
  const { socket } = request;
  // Mostly the kernel takes a small answer at once, and nothing has to be remembered.
  if (socket.destroyed || (response.writableEnded && response.socket === socket && socket.writableLength === 0)) {
    taken();
    return;
  }
  const open = openOn(socket);
  open.add(taken);
  response.once("finish", () => {
    if (open.delete(taken)) taken();
  });
}

function openOn(socket: Socket): Set<() => void> {
  const known = waiting.get(socket);
  if (known !== undefined) return known;
  const open = new Set<() => void>();
  waiting.set(socket, open);
  socket.once("close", () => {
    for (const taken of open) taken();
    open.clear();
  });
  return open;
}
