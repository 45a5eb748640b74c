import type { Call } from "@sycee/protocol";
import type { Identity } from "../identity/identity.ts";
import { ActForm } from "./act-form.tsx";
import { actFormTexts } from "./act-form-texts.ts";
import { type Act, usePerform } from "./acting.tsx";
import type { Fields, ValuesOf } from "./field.ts";
import type { RowAct } from "./row-acts.tsx";

interface RowActsOptions {
  /** Who signs first. */
  readonly actor: Identity["address"];
  /** Of the amounts that are asked for. */
  readonly money: { readonly unit: string; readonly decimals: number };
  /** What they are all done with, as it stands after a colon in titles: `loan 7`. */
  readonly what?: string;
  /** Shown with each before it is signed. */
  readonly rows?: Act["rows"];
}

/** One act of a menu. */
interface ActEntry<F extends Fields> {
  /** In the menu; the dialog's title is made of it. */
  readonly label: string;
  /** By which a page's address asks for it, with what stands in its fields. */
  readonly name?: string;
  /** What is asked for first; nothing if absent. */
  readonly fields?: F;
  readonly danger?: string | undefined;
  /** Shown behind what the fields say: what the act does besides. */
  readonly rows?: Act["rows"];
  /** Who must sign too, in the order in which the calls count them after the actor. */
  readonly others?: (values: ValuesOf<F>) => readonly Identity["address"][];
  /** May take its time where something is asked for first. */
  readonly calls: (values: ValuesOf<F>) => readonly Call[] | Promise<readonly Call[]>;
}

/** Makes entries of a menu of acts: each asks for its fields, has itself confirmed, is signed and sent. */
export function useRowActs({ actor, money, what, rows = [] }: RowActsOptions): <const F extends Fields>(entry: ActEntry<F>) => RowAct {
  const t = actFormTexts.use();
  const perform = usePerform();
  return ({ label, name: asked, fields, danger, rows: own = [], others, calls }) => {
    type Values = Parameters<typeof calls>[0];
    const name = label.replace(/…$/, "");
    const actOf = async (values: Values): Promise<Act> => ({
      title: what === undefined ? name : t("actOn", { name, what }),
      rows: [...rows, ...own],
      calls: await calls(values),
      ...(danger === undefined ? {} : { danger }),
      ...(others === undefined ? {} : { others: others(values) }),
    });
    // Without fields there are no values.
    if (fields === undefined) return { label, perform: () => void actOf({} as Values).then(perform) };
    const form = { actor, money, fields, button: t("goOn"), act: actOf };
    return { label, name: asked, form: (close, given = {}) => <ActForm {...form} done={close} given={given} /> };
  };
}
