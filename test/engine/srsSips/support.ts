import type { ICredentialDataDecryptedObject, ICredentialType, IDataObject, IExecuteFunctions, INodeParameters, INodeType } from 'n8n-workflow';

import { SrsSipsApi } from '../../../credentials/SrsSipsApi.credentials';
import { SrsSips } from '../../../nodes/SrsSips/SrsSips.node';
import type { SrsSipsSandbox } from '../../../sandbox/srsSips';
import { Engine } from '../../support/n8nEngine/n8nEngine';
import { inNewProcess } from '../../support/n8nEngine/newProcess';
import { otherNode } from '../../support/n8nEngine/otherNode';
import { SHIP_TO } from '../../support/orders/shipTo';

/**
 * The real node with the real credential type, pointed at a sandbox.
 *
 * @param execute what a node of somebody else does with the credential, in the place of ours
 */
export function engineFor(
	{ url, client }: Pick<SrsSipsSandbox, 'url' | 'client'>,
	changes: ICredentialDataDecryptedObject = {},
	execute?: (this: IExecuteFunctions) => Promise<unknown>,
): Engine {
	return new Engine({
		nodeType: execute ? otherNode(new SrsSips(), execute) : new SrsSips(),
		credentialType: new SrsSipsApi(),
		credential: { ...credentialFor({ url, client }), ...changes },
	});
}

/** The same in a process that has just begun: node and credential remember nothing of what others did. */
export function engineOfNewProcess(sandbox: Pick<SrsSipsSandbox, 'url' | 'client'>): Engine {
	const setup = inNewProcess(() => {
		const node = jest.requireActual<{ SrsSips: new () => INodeType }>('../../../nodes/SrsSips/SrsSips.node');
		const credential = jest.requireActual<{ SrsSipsApi: new () => ICredentialType }>('../../../credentials/SrsSipsApi.credentials');
		return { nodeType: new node.SrsSips(), credentialType: new credential.SrsSipsApi() };
	});
	return new Engine({ ...setup, credential: credentialFor(sandbox) });
}

function credentialFor({ url, client }: Pick<SrsSipsSandbox, 'url' | 'client'>): ICredentialDataDecryptedObject {
	return {
		environment: 'custom',
		baseUrl: url,
		clientId: client.clientId,
		clientSecret: client.clientSecret,
		sourceSystem: 'DEMOSOURCE',
		scope: 'ALL',
		accessTokenCheck: '',
	};
}

/** Fills in `={{ $json.x }}` for each field named. */
function fromItem(...names: string[]): INodeParameters {
	return Object.fromEntries(names.map((name) => [name, `={{ $json.${name} }}`]));
}

export function validateParameters(changes: INodeParameters = {}): INodeParameters {
	return {
		resource: 'customer',
		operation: 'validate',
		...fromItem('customerCode'),
		proof: 'integrationKey',
		integrationKey: 'RDG100',
		...changes,
	};
}

export function priceParameters(changes: INodeParameters = {}): INodeParameters {
	return {
		resource: 'product',
		operation: 'getPrices',
		customerCode: 'DEMO100',
		branchCode: 'SBDEN',
		jobAccountNumber: '43',
		...fromItem('productId', 'option', 'quantity', 'uom'),
		...changes,
	};
}

export function priceItem(changes: IDataObject = {}): IDataObject {
	return { productId: 6000, option: 'Black Shadow', quantity: 3, uom: 'BD', ...changes };
}

/** A list of material with a line from each item, for a customer whose prices tell item codes. */
export function matchParameters(changes: INodeParameters = {}): INodeParameters {
	return {
		resource: 'product',
		operation: 'match',
		branchCode: 'SBDEN',
		lineSource: 'items',
		itemLine: { line: fromItem('text', 'quantity', 'unit', 'color', 'code') },
		codeMap: '[]',
		branchId: '',
		options: { customerCode: 'DEMO100', jobAccountNumber: '43' },
		...changes,
	};
}

/** An order whose PO number and lines come from the item. */
export function submitParameters(changes: INodeParameters = {}): INodeParameters {
	return {
		resource: 'order',
		operation: 'submit',
		customerCode: 'DEMO100',
		branchCode: 'SBDEN',
		jobAccountNumber: '43',
		poNumber: '={{ $json.poNumber }}',
		lineSource: 'json',
		linesJson: '={{ $json.lines }}',
		// A day that is still to come, whenever the tests run.
		expectedDeliveryDate: '2099-03-05T00:00:00',
		...SHIP_TO,
		customerContactPhone: '(303) 555-0100',
		options: {},
		...changes,
	};
}

export function orderItem(changes: IDataObject = {}): IDataObject {
	return { poNumber: 'PO-7731', lines: [orderLine()], ...changes };
}

export function orderLine(changes: IDataObject = {}): IDataObject {
	return {
		productId: 6000,
		productName: 'Ridgeway Heritage Shingles',
		option: 'Black Shadow',
		quantity: 30,
		uom: 'BD',
		customerItem: 'SH-01',
		...changes,
	};
}
