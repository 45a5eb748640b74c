import type { Address, Call } from "@sycee/protocol";
import { countNotes, countNotesTogether, type Signer, setNotesLimit } from "@sycee/sdk";
import type { Command } from "commander";
import { formatAmount, parseAmount } from "../output/amounts.ts";
import { sendAct } from "./act.ts";
import { depositInstrument } from "./deposit-instrument.ts";
import { type NodeAccess, openAccess, withExample, withNodeAccess } from "./options.ts";

interface ByCentralBank extends NodeAccess {
  readonly from: string;
}

/** `sycee bank notes-limit|count-notes`. */
export function addBankNotesCommands(bank: Command): void {
  withExample(
    withCentralBank(
      bank
        .command("notes-limit <name-or-address>")
        .description(
          "Say, as the central bank, how much in notes a bank may take in before they are counted; a higher limit than before is proposed",
        ),
    ).requiredOption("--limit <amount>", "in the bank's unit of account"),
    "sycee bank notes-limit river-bank --from central-bank --limit 50000",
  ).action(async (who: string, options: ByCentralBank & { readonly limit: string }) => {
    await act(who, options, options.limit, (bank, limitMinor) => ({
      call: setNotesLimit({ bank, limitMinor }),
      said: (amount) => `${who} may take in notes of ${amount} before they are counted`,
      facts: { limitMinor: `${limitMinor}` },
    }));
  });
  withExample(
    withCentralBank(
      bank.command("count-notes <name-or-address>").description("Record, as the central bank, that a bank's notes were counted"),
    )
      .option("--missing <amount>", "what was not there, which is the bank's loss", "0")
      .option("--together", "the bank signs too, whose keys you have: then notes can be missing that were counted before"),
    "sycee bank count-notes river-bank --from central-bank",
    "sycee bank count-notes river-bank --from central-bank --missing 20",
    "sycee bank count-notes river-bank --from central-bank --missing 20000 --together",
  ).action(async (who: string, options: ByCentralBank & { readonly missing: string; readonly together?: boolean }) => {
    await act(who, options, options.missing, (bank, missingMinor) => ({
      call: options.together === true ? countNotesTogether({ missingMinor }) : countNotes({ bank, missingMinor }),
      isTogether: options.together === true,
      said: (amount) => `the notes of ${who} were counted: ${missingMinor === 0n ? "none" : amount} missing`,
      facts: { missingMinor: `${missingMinor}` },
    }));
  });
}

function withCentralBank(command: Command): Command {
  return withNodeAccess(command).requiredOption("--from <name>", "the central bank, whose keys you have");
}

interface NotesAct {
  readonly call: Call;
  /** Whether the bank signs after the central bank. */
  readonly isTogether?: boolean;
  said(amount: string): string;
  readonly facts: Readonly<Record<string, string>>;
}

async function act(who: string, options: ByCentralBank, text: string, of: (bank: Address, amountMinor: bigint) => NotesAct): Promise<void> {
  const { client, book } = openAccess(options);
  const bank = await book.resolve(who);
  const { decimals, unit } = await depositInstrument(client, bank, who);
  const amountMinor = parseAmount(text, decimals);
  const { call, isTogether = false, said, facts } = of(bank, amountMinor);
  const signers: Signer[] = [await book.signer(options.from), ...(isTogether ? [await book.signer(who)] : [])];
  await sendAct(client, options, {
    signers,
    calls: [call],
    said: said(`${formatAmount(amountMinor, decimals)} ${unit}`),
    facts: { bank, ...facts },
  });
}
