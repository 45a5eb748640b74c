import { setFlagsFromString } from "node:v8";
import { ENGINE_OPTIONS } from "@sycee/node/engine";

// Before anything else is loaded, for all threads of the process.
for (const option of ENGINE_OPTIONS) setFlagsFromString(option);
