import { compileCases } from "./case-sources.ts";
import { VM_CASES } from "./cases.ts";
import { measureCase } from "./measure-case.ts";

// One case in a process of its own, so that no other has shaped what the engine made of the code: prints its figures as JSON.
const measured = VM_CASES.find(({ name }) => name === process.argv[2]);
if (measured === undefined) throw new Error(`there is no case ${process.argv[2]}`);
process.stdout.write(`${JSON.stringify(await measureCase(measured, await compileCases()))}\n`);
