import type { INodeExecutionData, INodeType, INodeTypeDescription, IPollFunctions } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { nodeHint } from '../../engine/builderHint/builderHint';
import { hintedProperties } from '../../engine/builderHint/hintedProperties';
import { reservationWatchHints } from './builderHints';
import { suListSearch } from './listSearch';
import { watchFields } from './polling/watchFields';
import { watchReservations } from './polling/watchReservations';
import { cardFields } from './reservation/cardData';

export class SuReservationWatch implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Su Reservation Watch',
		name: 'suReservationWatch',
		icon: { light: 'file:su.svg', dark: 'file:su.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["properties"] === "chosen" ? "Chosen properties" : "All properties" }}',
		description: 'Pulls bookings from Su, the channel manager for hotels (by STAAH), on a schedule, starts the workflow with each message, and acknowledges it',
		eventTriggerDescription: 'Shows what stands in the queues of Su, and acknowledges nothing',
		activationMessage: 'The queues of Su are now pulled on the schedule of this node.',
		defaults: { name: 'Su Reservation Watch' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'suApi', required: true }],
		properties: hintedProperties(watchFields, reservationWatchHints),
		...nodeHint(reservationWatchHints),
		...cardFields('raw'),
	};

	methods = { listSearch: suListSearch };

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await watchReservations(this);
	}
}
