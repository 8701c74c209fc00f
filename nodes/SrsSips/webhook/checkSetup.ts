import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { addressEntries, unreadableEntries } from '../../../engine/webhook/addresses';
import { addedFaults, type Collection } from '../../../engine/items/addedFields';
import { choiceFault } from './choices';
import { isEmptyExpression } from './emptyExpression';
import { eventFilterFields, filterFault } from './eventFilters';
import { kindsField, settingsField } from './fields';
import { allowedAddresses, SECRET_CREDENTIAL, secretsIn } from './authentication';

/**
 * Looks at the setup when the workflow is published, so that a slip is seen by who made it, and not by SRS.
 *
 * @throws NodeOperationError that names the field
 */
export async function checkSetup(context: IHookFunctions): Promise<void> {
	const fault = (message: string, description: string): NodeOperationError => new NodeOperationError(context.getNode(), message, { description });
	const choice = choiceFault(context);
	if (choice !== undefined) throw fault(choice, 'Choose from the list, or let the expression give one of these words.');
	if (isEmptyExpression(context, allowedAddresses)) {
		throw fault('The expression in Allowed Addresses comes to nothing', 'Correct the expression, or leave the field empty to let everybody send.');
	}
	const allowed = String(context.getNodeParameter('allowedAddresses', '') ?? '');
	const unreadable = unreadableEntries(allowed);
	if (unreadable.length > 0) {
		throw fault(`Allowed Addresses: ${unreadable.slice(0, 5).join(', ')} is no IP address or range`, 'Write addresses as 203.0.113.7 and ranges as 203.0.113.0/24, separated by commas.');
	}
	if (allowed.trim() !== '' && addressEntries(allowed).length === 0) {
		throw fault('Allowed Addresses holds no address', 'Enter an address, or leave the field empty to let everybody send.');
	}
	const filter = addedNothing(context, eventFilterFields);
	// It would let everything through.
	if (filter !== undefined) throw fault(filter, 'Give it a value, or remove the filter to hear of everything.');
	const unread = unreadFilter(context);
	if (unread !== undefined) throw fault(unread, 'Choose from the list, or let the expression give text, or a list of texts.');
	const setting = addedNothing(context, settingsField);
	if (setting !== undefined) throw fault(setting, 'Give it a value, or remove it to have what is usual.');
	const place = context.getNodeParameter('authentication', 'none') as string;
	if (place === 'none') return;
	const name = String(context.getNodeParameter(place === 'header' ? 'headerName' : 'queryName', '') ?? '').trim();
	if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name)) {
		throw fault(`${place === 'header' ? 'Header Name' : 'Query Parameter Name'} is not a name that can be sent`, 'Use letters, digits and dashes, such as X-Webhook-Secret.');
	}
	if (secretsIn(await context.getCredentials(SECRET_CREDENTIAL)).length === 0) {
		throw fault('The credential with the shared secret is empty', 'Enter the secret there that SRS is to send.');
	}
}

/** The first field that was added to a collection and comes to nothing, as a person reads it. */
export function addedNothing(context: IHookFunctions | IWebhookFunctions, collection: Collection): string | undefined {
	const [added] = addedFaults([collection], (name) => context.getNodeParameter(name, {})).faults;
	return added && `${added.field} under ${collection.displayName} ${added.expected.split('. ')[0]}`;
}

/** What of the filters cannot be read, or is filled by an expression that comes to nothing, as a person reads it. */
export function unreadFilter(context: IHookFunctions | IWebhookFunctions): string | undefined {
	const emptied = [kindsField, eventFilterFields].find((field) => isEmptyExpression(context, field));
	if (emptied !== undefined) return `${emptied.displayName} comes to nothing`;
	return filterFault(context.getNodeParameter('events', []), context.getNodeParameter('filters', {}));
}
