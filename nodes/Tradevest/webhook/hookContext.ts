import type { IHookFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { tradevestTokenFlow } from '../../../credentials/TradevestApi.credentials';
import { isFailure } from '../../../engine/failure';
import { addressFault, plainAddress } from './address';
import { eventsIn } from './eventChoice';

/** The types of event that are chosen. */
export function chosenEvents(context: IHookFunctions): string[] {
	return eventsIn(context.getNodeParameter('events', []));
}

/** The address of the webhook: that of the test where n8n asks for a test. */
export function ownUrl(context: IHookFunctions): string {
	return context.getNodeWebhookUrl('default') ?? '';
}

/** @throws NodeOperationError where Tradevest would not call the address */
export async function checkAddress(context: IHookFunctions, url: string): Promise<void> {
	const found = addressFault(url, tradevestTokenFlow.apiBaseUrl(await context.getCredentials('tradevestApi')));
	if (found !== undefined) throw fault(context, found.what, found.advice);
}

/** What is told where Tradevest refuses an address that is plain HTTP. */
export function plainFault(context: IHookFunctions): NodeOperationError {
	const { what, advice } = plainAddress(ownUrl(context));
	return fault(context, what, advice);
}

/** Whether Tradevest refuses the address, as far as its words tell. */
export function isAboutAddress(error: unknown): boolean {
	return isFailure(error) && error.kind === 'validation' && /https|\burl\b/i.test(`${error.details.partnerMessage ?? ''} ${error.message}`);
}

/** Whether somebody listens for a test event in the editor. n8n does not say so at the end of a test. */
export function isTest(context: IHookFunctions): boolean {
	return context.getMode() === 'manual';
}

/** Whether n8n activates the workflow because it starts itself. */
export function isStart(context: IHookFunctions): boolean {
	return ['init', 'leadershipChange'].includes(context.getActivationMode());
}

/** What stops the publishing, and what to do. */
export function fault(context: IHookFunctions, what: string, advice: string): NodeOperationError {
	return new NodeOperationError(context.getNode(), what, { description: advice });
}

/** An error as n8n's log may show it. */
export function wordsOf(error: unknown): string {
	return isFailure(error) ? error.message : 'The request failed.';
}
