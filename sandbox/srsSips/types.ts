import type { components, operations } from '../../openapi/generated/srs-sips';
import type { Handler } from '../core/types';

type Schemas = components['schemas'];

export type Branch = Schemas['Branch'];
export type BranchItem = Schemas['BranchItem'];
export type BranchProduct = Schemas['BranchProduct'];
export type CatalogProduct = Schemas['CatalogProduct'];
export type ColorRequest = Schemas['ColorRequest'];
export type ConvertedItem = Schemas['ConvertedItem'];
export type Coordinates = Schemas['Coordinates'];
export type Customer = Schemas['Customer'];
export type CustomerBranch = Schemas['CustomerBranch'];
export type Delivery = Schemas['Delivery'];
export type ErrorAnswer = Schemas['ErrorAnswer'];
export type Invoice = Schemas['Invoice'];
export type InvoiceHeader = Schemas['InvoiceHeader'];
export type InvoiceLine = Schemas['InvoiceLine'];
export type InvoiceListRequest = Schemas['InvoiceListRequest'];
export type ItemCodesProduct = Schemas['ItemCodesProduct'];
export type Order = Schemas['Order'];
export type OrderedLine = Schemas['OrderedLine'];
export type OrderAnswer = Schemas['OrderAnswer'];
export type OrderLine = Schemas['OrderLine'];
export type OrderListEntry = Schemas['OrderListEntry'];
export type OrderListRequest = Schemas['OrderListRequest'];
export type OrderRequest = Schemas['OrderRequest'];
export type OrderTemplate = Schemas['OrderTemplate'];
export type OrderV1Request = Schemas['OrderV1Request'];
export type PriceLine = Schemas['PriceLine'];
export type PriceLineRequest = Schemas['PriceLineRequest'];
export type PriceRequest = Schemas['PriceRequest'];
export type PriceV1Line = Schemas['PriceV1Line'];
export type PriceV1Request = Schemas['PriceV1Request'];
export type ShipToAddress = Schemas['ShipToAddress'];
export type UnitConversion = Schemas['UnitConversion'];
export type ValidatedCustomer = Schemas['ValidatedCustomer'];
export type WebhookEvent = Schemas['WebhookEvent'];

/** The handler of one documented call. */
export type SrsSipsHandler<OperationId extends keyof operations> = Handler<operations[OperationId]>;

/** All calls of the document that a partner makes; the webhook goes the other way. */
export type SrsSipsHandlers = {
	[OperationId in Exclude<keyof operations, 'receiveEvent'>]: SrsSipsHandler<OperationId>;
};
