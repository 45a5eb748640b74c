import { parentPort, workerData } from "node:worker_threads";
import { type CheckJob, runCheckJob } from "./check-job.ts";

if (parentPort === null) throw new Error("a thread of a check was not started as a worker");
parentPort.postMessage(runCheckJob(workerData as CheckJob));
