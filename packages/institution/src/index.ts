export type { App } from "./http-api/app-tokens.ts";
export { createOfficeServer, type OfficeServerOptions } from "./http-api/office-server.ts";
export { COMMERCIAL_BANK } from "./kinds/commercial-bank.ts";
export type { InstitutionKind } from "./kinds/institution-kind.ts";
export { PAYMENT_INSTITUTION } from "./kinds/payment-institution.ts";
export { Office, type OfficeOptions } from "./office.ts";
export { OFFICE_STATUS, OfficeError, type OfficeStatusCode } from "./office-error.ts";
export type { Difference, Reconciliation } from "./reconciliation/reconciliation.ts";
export { MAX_SIGNATURE_AGE_MS, SIGNATURE_HEADER, signWebhook, verifyWebhook } from "./webhooks/webhook-signature.ts";
