import type { IDataObject } from 'n8n-workflow';

import type { components } from '../../../openapi/generated/srs-sips';

/** Shapes of SIPS, generated from `openapi/srs-sips.yaml`. Nothing about them is written a second time. */
type Schemas = components['schemas'];

export type ValidatedCustomer = Schemas['ValidatedCustomer'];
export type CustomerBranch = Schemas['CustomerBranch'];
export type BranchProduct = Schemas['BranchProduct'];
export type PriceRequest = Schemas['PriceRequest'];
export type PriceLine = Schemas['PriceLine'];
export type OrderRequest = Schemas['OrderRequest'];
export type OrderAnswer = Schemas['OrderAnswer'];
export type OrderListRequest = Schemas['OrderListRequest'];
export type InvoiceListRequest = Schemas['InvoiceListRequest'];
export type WebhookEvent = Schemas['WebhookEvent'];

/**
 * What may be relied on of an answer: nothing. Every field may be missing, null or of another type, and readers
 * have to say what then.
 */
export type Unproven<T> = { [K in keyof T]?: IDataObject[string] };
