import { CLEARING_PRIORITY } from "@sycee/sdk";
import { type Command, Option } from "commander";
import { withExample, withNodeAccess } from "./options.ts";
import { attendHouse } from "./attend-clearing.ts";
import { changePayment, closeHouse, listHouses, recallSettled, settleHouse, showHouse, submitOne } from "./run-clearing.ts";

const MODES = ["gross", "net"];

/** `sycee clearing list|show|pay|revoke|prioritise|close|settle|attend|recall|give-back`. */
export function addClearingCommands(program: Command): void {
  const clearing = withExample(
    program.command("clearing").description("Payments between institutions, through a clearing house"),
    "sycee clearing show",
  );

  withExample(withNodeAccess(clearing.command("list").description("List the clearing houses")), "sycee clearing list").action(listHouses);

  withExample(
    ofHouse(clearing.command("show").description("Show a clearing house: participants, queues, cycle and measures")),
    "sycee clearing show",
  ).action(showHouse);

  const pay = ofHouse(
    clearing
      .command("pay <amount>")
      .description("Submit a payment of a customer to a customer of another institution, and say whether it has settled"),
  )
    .requiredOption("--from <name>", "the payer's institution, whose key you have")
    .requiredOption("--account <number>", "the payer's account there")
    .requiredOption("--to <name-or-address>", "the payee's institution")
    .requiredOption("--to-account <number>", "the payee's account there")
    .addOption(modeOption("gross: at once, or as soon as there are the funds; net: with the cycle").default("gross"))
    .addOption(priorityOption().default("normal"));
  withExample(pay, "sycee clearing pay 12.50 --from river-bank --account 1 --to swiftpay --to-account 2").action(submitOne);

  const revoke = signedBySender(clearing.command("revoke <number>").description("Take back a payment that waits"));
  withExample(revoke, "sycee clearing revoke 7 --from river-bank").action(changePayment);
  const prioritise = signedBySender(clearing.command("prioritise <number>").description("Change how urgent a payment is that waits"));
  withExample(
    prioritise.addOption(priorityOption().makeOptionMandatory()),
    "sycee clearing prioritise 7 --from river-bank --priority urgent",
  ).action(changePayment);

  withExample(
    ofHouse(clearing.command("close").description("Close the net cycle; you have the clearing house's key")),
    "sycee clearing close",
  ).action(closeHouse);

  const settle = ofHouse(
    clearing.command("settle").description("Settle the closed net cycle, or the gross payments that wait; anybody can ask for it"),
  )
    .requiredOption("--as <name>", "who asks, whose key you have")
    .addOption(modeOption("which to settle").makeOptionMandatory());
  withExample(settle, "sycee clearing settle --mode net --as clearing-house").action(settleHouse);

  const attendance = ofHouse(
    clearing
      .command("attend")
      .description(
        "See to it until Ctrl-C that what waits gets its attempt: settle, return what waited too long and, as the house, close cycles",
      ),
  )
    .requiredOption("--as <name>", "who asks, whose key you have: anybody may settle, only the house closes cycles")
    .option("--close-after <minutes>", "how long the first payment of a cycle waits before it is closed", "60")
    .option("--settle-after <minutes>", "how long participants have for their funds", "10");
  withExample(attendance, "sycee clearing attend --as clearing-house --close-after 60 --settle-after 10").action(attendHouse);

  const recall = signedBySender(clearing.command("recall <number>").description("Ask for a settled payment back")).requiredOption(
    "--reason <text>",
    "why, 1 to 256 bytes",
  );
  withExample(recall, 'sycee clearing recall 7 --from river-bank --reason "Sent twice"').action(recallSettled);
  const giveBack = ofHouse(clearing.command("give-back <number>").description("Give a settled payment back by a new one"))
    .requiredOption("--from <name>", "the institution that received it, whose key you have")
    .addOption(modeOption("how it goes back").default("gross"));
  withExample(giveBack, "sycee clearing give-back 7 --from swiftpay").action(recallSettled);
}

function ofHouse(command: Command): Command {
  return withNodeAccess(command).option("--house <name-or-address>", "the clearing house", "clearing-house");
}

function signedBySender(command: Command): Command {
  return ofHouse(command).requiredOption("--from <name>", "the institution that sent it, whose key you have");
}

function modeOption(description: string): Option {
  return new Option("--mode <mode>", description).choices(MODES);
}

function priorityOption(): Option {
  return new Option("--priority <priority>", "how urgent it is").choices(Object.keys(CLEARING_PRIORITY));
}
