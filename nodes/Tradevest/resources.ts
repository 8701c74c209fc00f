import type { ResourceTable } from '../../engine/items/resources';
import { getAll as getAllChanges } from './changelog/getAll';
import { create as createCryptoOrder } from './cryptoOrder/create';
import { downloadReceipt as downloadCryptoReceipt } from './cryptoOrder/downloadReceipt';
import { get as getCryptoOrder } from './cryptoOrder/get';
import { getAll as getAllCryptoOrders } from './cryptoOrder/getAll';
import { create as createNaturalPerson } from './naturalPerson/create';
import { get as getNaturalPerson } from './naturalPerson/get';
import { getAll as getAllNaturalPersons } from './naturalPerson/getAll';
import { update as updateNaturalPerson } from './naturalPerson/update';
import { close } from './product/close';
import { get as getProduct } from './product/get';
import { getAll as getAllProducts } from './product/getAll';
import { open } from './product/open';
import { create as createSavingsPlan } from './savingsPlan/create';
import { get as getSavingsPlan } from './savingsPlan/get';
import { cancel as cancelSecuritiesOrder } from './securitiesOrder/cancel';
import { create as createSecuritiesOrder } from './securitiesOrder/create';
import { estimateCosts } from './securitiesOrder/estimateCosts';
import { get as getSecuritiesOrder } from './securitiesOrder/get';
import { update as updateSecuritiesOrder } from './securitiesOrder/update';
import { create as createTaxExemption } from './taxExemption/create';
import { getAll as getAllTaxExemptions } from './taxExemption/getAll';
import { update as updateTaxExemption } from './taxExemption/update';
import { cancel as cancelTokenizedOrder } from './tokenizedOrder/cancel';
import { create as createTokenizedOrder } from './tokenizedOrder/create';
import { downloadReceipt as downloadTokenizedReceipt } from './tokenizedOrder/downloadReceipt';
import { get as getTokenizedOrder } from './tokenizedOrder/get';
import { getAll as getAllTokenizedOrders } from './tokenizedOrder/getAll';
import { get as getTransaction } from './transaction/get';
import { create as createTransfer } from './transfer/create';
import { get as getTransfer } from './transfer/get';
import { simulateIncoming } from './transfer/simulateIncoming';
import { deleteWebhook } from './webhook/deleteWebhook';
import { getAll as getAllWebhooks } from './webhook/getAll';
import { getMissed } from './webhook/getMissed';

/** What the node can do, as its two dropdowns show it. */
export const resources: ResourceTable = [
	{ name: 'changelog', displayName: 'Changelog', operations: [getAllChanges] },
	{ name: 'cryptoOrder', displayName: 'Crypto Order', operations: [createCryptoOrder, downloadCryptoReceipt, getCryptoOrder, getAllCryptoOrders] },
	{ name: 'naturalPerson', displayName: 'Natural Person', operations: [createNaturalPerson, getNaturalPerson, getAllNaturalPersons, updateNaturalPerson] },
	{ name: 'product', displayName: 'Product', operations: [close, getProduct, getAllProducts, open] },
	{ name: 'savingsPlan', displayName: 'Savings Plan', operations: [createSavingsPlan, getSavingsPlan] },
	{ name: 'securitiesOrder', displayName: 'Securities Order', operations: [cancelSecuritiesOrder, createSecuritiesOrder, estimateCosts, getSecuritiesOrder, updateSecuritiesOrder] },
	{ name: 'taxExemption', displayName: 'Tax Exemption', operations: [createTaxExemption, getAllTaxExemptions, updateTaxExemption] },
	{ name: 'tokenizedOrder', displayName: 'Tokenized Order', operations: [cancelTokenizedOrder, createTokenizedOrder, downloadTokenizedReceipt, getTokenizedOrder, getAllTokenizedOrders] },
	{ name: 'transaction', displayName: 'Transaction', operations: [getTransaction] },
	{ name: 'transfer', displayName: 'Transfer', operations: [createTransfer, getTransfer, simulateIncoming] },
	{ name: 'webhook', displayName: 'Webhook', operations: [deleteWebhook, getAllWebhooks, getMissed] },
];
