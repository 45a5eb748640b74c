import { Command } from "commander";
import { addAccountCommand } from "./commands/account.ts";
import { addBackupCommands } from "./commands/backup.ts";
import { addBankCommands } from "./commands/bank.ts";
import { addBatchCommand } from "./commands/batch.ts";
import { addBenchCommand } from "./commands/bench.ts";
import { addCheckProofCommand } from "./commands/check-proof.ts";
import { addClearingCommands } from "./commands/clearing.ts";
import { addCodeCommands } from "./commands/code.ts";
import { addCustomersCommand } from "./commands/customers.ts";
import { addDevCommand } from "./commands/dev.ts";
import { addEscrowCommands } from "./commands/escrow.ts";
import { addGenesisCommand } from "./commands/genesis.ts";
import { addHistoryCommand } from "./commands/history.ts";
import { addInstitutionsCommand } from "./commands/institutions.ts";
import { addInstitutionCommand } from "./commands/institution.ts";
import { addIssueCommand } from "./commands/issue.ts";
import { addKeysCommand } from "./commands/keys.ts";
import { addLimitsCommand } from "./commands/limits.ts";
import { addLicenceCommands } from "./commands/licence.ts";
import { addMoveCommand } from "./commands/move.ts";
import { addNodeCommand } from "./commands/node.ts";
import { addOfficeCommand } from "./commands/office.ts";
import { addPayCommand } from "./commands/pay.ts";
import { addPolicyCommands } from "./commands/policy.ts";
import { addProveCommand } from "./commands/prove.ts";
import { addRedPacketCommands } from "./commands/red-packet.ts";
import { addReindexCommand } from "./commands/reindex.ts";
import { addRequestCommand } from "./commands/request.ts";
import { addSnapshotCommand } from "./commands/snapshot.ts";
import { addStandingOrderCommands } from "./commands/standing-order.ts";
import { addStatisticsCommand } from "./commands/statistics.ts";
import { addTransactionCommand } from "./commands/transaction.ts";
import { addUnderWayCommand } from "./commands/under-way.ts";
import { addVerifyCommand } from "./commands/verify.ts";
import { addSupervisorCommands } from "./commands/supervisor.ts";
import { addWarrantCommands } from "./commands/warrant.ts";

/** Every command of `sycee`. */
export function createProgram(): Command {
  const program = new Command("sycee")
    .description("A complete digital-money system on one ledger")
    .version("0.1.0")
    .showHelpAfterError("(add --help for what this command takes)")
    .addHelpText("after", "\nExample:\n  sycee dev\n  sycee pay --from alice --to bob 12.50");
  program.commandsGroup("Run a ledger:");
  addDevCommand(program);
  addGenesisCommand(program);
  addNodeCommand(program);
  addVerifyCommand(program);
  addSnapshotCommand(program);
  addBackupCommands(program);
  addReindexCommand(program);
  addBenchCommand(program);
  program.commandsGroup("Pay and be paid:");
  addKeysCommand(program);
  addAccountCommand(program);
  addLimitsCommand(program);
  addHistoryCommand(program);
  addUnderWayCommand(program);
  addPayCommand(program);
  addRequestCommand(program);
  addCodeCommands(program);
  addEscrowCommands(program);
  addRedPacketCommands(program);
  addStandingOrderCommands(program);
  addTransactionCommand(program);
  program.commandsGroup("Institutions:");
  addInstitutionsCommand(program);
  addCustomersCommand(program);
  addBatchCommand(program);
  addInstitutionCommand(program);
  addOfficeCommand(program);
  addBankCommands(program);
  addClearingCommands(program);
  program.commandsGroup("Central bank and supervision:");
  addIssueCommand(program);
  addPolicyCommands(program);
  addStatisticsCommand(program);
  addLicenceCommands(program);
  addSupervisorCommands(program);
  addWarrantCommands(program);
  program.commandsGroup("Proofs:");
  addProveCommand(program);
  addCheckProofCommand(program);
  program.commandsGroup("Develop:");
  addMoveCommand(program);
  return program;
}
