import type { ResourceTable } from '../../engine/items/resources';
import { create as createCryptoOrder } from './cryptoOrder/create';
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
import { cancel as cancelSecuritiesOrder } from './securitiesOrder/cancel';
import { create as createSecuritiesOrder } from './securitiesOrder/create';
import { estimateCosts } from './securitiesOrder/estimateCosts';
import { get as getSecuritiesOrder } from './securitiesOrder/get';

/** What the node can do, as its two dropdowns show it. */
export const resources: ResourceTable = [
	{ name: 'cryptoOrder', displayName: 'Crypto Order', operations: [createCryptoOrder, getCryptoOrder, getAllCryptoOrders] },
	{ name: 'naturalPerson', displayName: 'Natural Person', operations: [createNaturalPerson, getNaturalPerson, getAllNaturalPersons, updateNaturalPerson] },
	{ name: 'product', displayName: 'Product', operations: [close, getProduct, getAllProducts, open] },
	{ name: 'securitiesOrder', displayName: 'Securities Order', operations: [cancelSecuritiesOrder, createSecuritiesOrder, estimateCosts, getSecuritiesOrder] },
];
