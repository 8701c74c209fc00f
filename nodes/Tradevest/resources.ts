import type { ResourceTable } from '../../engine/items/resources';
import { getAll as getAllChanges } from './changelog/getAll';
import { create as createCryptoOrder } from './cryptoOrder/create';
import { downloadReceipt as downloadCryptoReceipt } from './cryptoOrder/downloadReceipt';
import { get as getCryptoOrder } from './cryptoOrder/get';
import { getAll as getAllCryptoOrders } from './cryptoOrder/getAll';
import { create as createCustomer } from './customer/create';
import { get as getCustomer } from './customer/get';
import { getAll as getAllCustomers } from './customer/getAll';
import { setLabels } from './customer/setLabels';
import { download as downloadDocument } from './document/download';
import { get as getDocument } from './document/get';
import { getAll as getAllDocuments } from './document/getAll';
import { sign } from './document/sign';
import { upload } from './document/upload';
import { create as createJointPerson } from './jointPerson/create';
import { get as getJointPerson } from './jointPerson/get';
import { addOwner } from './legalEntity/addOwner';
import { addRepresentative } from './legalEntity/addRepresentative';
import { create as createLegalEntity } from './legalEntity/create';
import { get as getLegalEntity } from './legalEntity/get';
import { update as updateLegalEntity } from './legalEntity/update';
import { addIdentification } from './naturalPerson/addIdentification';
import { create as createNaturalPerson } from './naturalPerson/create';
import { get as getNaturalPerson } from './naturalPerson/get';
import { getAll as getAllNaturalPersons } from './naturalPerson/getAll';
import { getIdentification } from './naturalPerson/getIdentification';
import { reportDeath } from './naturalPerson/reportDeath';
import { setTradingProfile } from './naturalPerson/setTradingProfile';
import { startVideoIdentification } from './naturalPerson/startVideoIdentification';
import { update as updateNaturalPerson } from './naturalPerson/update';
import { cancel as cancelOffboarding } from './offboarding/cancel';
import { get as getOffboarding } from './offboarding/get';
import { getAll as getAllOffboardings } from './offboarding/getAll';
import { start as startOffboarding } from './offboarding/start';
import { check } from './onboarding/check';
import { get as getOnboarding } from './onboarding/get';
import { start as startOnboarding } from './onboarding/start';
import { download as downloadPartnerDocument } from './partnerDocument/download';
import { getAll as getAllPartnerDocuments } from './partnerDocument/getAll';
import { close } from './product/close';
import { get as getProduct } from './product/get';
import { getAll as getAllProducts } from './product/getAll';
import { open } from './product/open';
import { create as createProxy } from './proxy/create';
import { getAll as getAllProxies } from './proxy/getAll';
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
	{ name: 'customer', displayName: 'Customer', operations: [createCustomer, getCustomer, getAllCustomers, setLabels] },
	{ name: 'document', displayName: 'Document', operations: [downloadDocument, getDocument, getAllDocuments, sign, upload] },
	{ name: 'jointPerson', displayName: 'Joint Person', operations: [createJointPerson, getJointPerson] },
	{ name: 'legalEntity', displayName: 'Legal Entity', operations: [addOwner, addRepresentative, createLegalEntity, getLegalEntity, updateLegalEntity] },
	{
		name: 'naturalPerson',
		displayName: 'Natural Person',
		operations: [
			addIdentification,
			createNaturalPerson,
			getNaturalPerson,
			getIdentification,
			getAllNaturalPersons,
			reportDeath,
			setTradingProfile,
			startVideoIdentification,
			updateNaturalPerson,
		],
	},
	{ name: 'offboarding', displayName: 'Offboarding', operations: [cancelOffboarding, getOffboarding, getAllOffboardings, startOffboarding] },
	{ name: 'onboarding', displayName: 'Onboarding', operations: [check, getOnboarding, startOnboarding] },
	{ name: 'partnerDocument', displayName: 'Partner Document', operations: [downloadPartnerDocument, getAllPartnerDocuments] },
	{ name: 'product', displayName: 'Product', operations: [close, getProduct, getAllProducts, open] },
	{ name: 'proxy', displayName: 'Proxy', operations: [createProxy, getAllProxies] },
	{ name: 'savingsPlan', displayName: 'Savings Plan', operations: [createSavingsPlan, getSavingsPlan] },
	{ name: 'securitiesOrder', displayName: 'Securities Order', operations: [cancelSecuritiesOrder, createSecuritiesOrder, estimateCosts, getSecuritiesOrder, updateSecuritiesOrder] },
	{ name: 'taxExemption', displayName: 'Tax Exemption', operations: [createTaxExemption, getAllTaxExemptions, updateTaxExemption] },
	{ name: 'tokenizedOrder', displayName: 'Tokenized Order', operations: [cancelTokenizedOrder, createTokenizedOrder, downloadTokenizedReceipt, getTokenizedOrder, getAllTokenizedOrders] },
	{ name: 'transaction', displayName: 'Transaction', operations: [getTransaction] },
	{ name: 'transfer', displayName: 'Transfer', operations: [createTransfer, getTransfer, simulateIncoming] },
	{ name: 'webhook', displayName: 'Webhook', operations: [deleteWebhook, getAllWebhooks, getMissed] },
];
