import { startTradevestSandbox } from '../../../sandbox/tradevest';
import { demoCustomer } from '../../../sandbox/tradevest/data/people';
import { atUnusedAddress } from '../partner/unusedAddress';
import { tradevest } from '../tokens/furtherPartners';
import type { BurstService } from './eventBurst';
import { EventTrial } from './eventTrial';

const EVENT = 'ONBOARDING_NOTIFICATION';
const TRIGGER = { type: 'n8n-nodes-partner-apis.tradevestTrigger', typeVersion: 1, parameters: {}, path: 'tradevest' };

/** Tradevest calls the address that the trigger has registered, with the secret that stands there. */
export const tradevestBurst: BurstService = {
	name: 'Tradevest',
	async begin(n8n) {
		const sandbox = await atUnusedAddress(async () => await startTradevestSandbox({ allowsHttpWebhooks: true }));
		const data = { ...tradevest.credentialData(sandbox), requestorId: demoCustomer.naturalPersonId };
		const { id } = await n8n.client.createCredential({ name: 'Tradevest of a burst', type: tradevest.credentialType, data });
		const trial = await EventTrial.begin(n8n, { other: TRIGGER, credentials: { [tradevest.credentialType]: id }, parameters: { events: [EVENT] } });
		const registered = sandbox.webhooks().find(({ url }) => url === trial.url);
		if (!registered) throw new Error('The trigger is published, and has registered nothing.');
		return {
			trial,
			headers: Object.fromEntries((registered.headers ?? []).map(({ name, value }) => [name, value])),
			event: (onboardingId) => ({ onboardingId, status: 'APPROVED', notificationType: 'UPDATED', modifiedOn: '2026-05-04T10:00:08.256Z' }),
			close: async () => await sandbox.close(),
		};
	},
};
