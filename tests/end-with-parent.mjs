// For `node --import`: ends the process as a person does when whoever started it has ended, however that was: the pipe that is its standard
// input closes then.
import { isMainThread } from "node:worker_threads";

if (isMainThread) {
  process.stdin.once("end", () => process.kill(process.pid, "SIGTERM"));
  process.stdin.resume();
  // It does not keep a process going that has nothing else to do.
  process.stdin.unref();
}
