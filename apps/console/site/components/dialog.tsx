import { Modal, type ModalProps } from "@mantine/core";
import { componentTexts } from "./component-texts.ts";

/** A dialog above the page, whose closing has a name in each language. */
export function Dialog(options: ModalProps & { readonly title: string }) {
  const t = componentTexts.use();
  return <Modal {...options} closeButtonProps={{ "aria-label": t("closeDialog") }} />;
}
