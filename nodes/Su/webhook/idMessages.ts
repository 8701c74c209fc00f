import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';

import { isFailure, orFailure, type Failure } from '../../../engine/failure';
import { limitedContext } from '../../../engine/transport/limitedContext';
import { createSender, type Sender } from '../../../engine/transport/sender';
import { reservationsIn, takenAnswer } from '../shared/refusal';
import { hotelRequest } from '../shared/requests';
import { suSender } from '../shared/su';
import { acknowledgeRequest } from '../reservation/acknowledgeRequest';
import { notifIdOf } from './bookings';

/** Longest wait for Su in all, in milliseconds. An integrator in production counts an answer after 3 seconds as slow; Su's own limit is not known. */
const WITHIN_MS = 8_000;

/** Messages that came as ids: their bookings are read from the queues of the properties, and taken out of them once they are safe. */
export class IdMessages {
	/** By id: one id may stand for several bookings. */
	private readonly found = new Map<string, Array<{ hotelId: string; booking: IDataObject }>>();

	private constructor(
		private readonly context: IWebhookFunctions,
		private readonly sender: Sender,
	) {}

	/**
	 * Reads the queues of these properties (reservations/new-modified-requested-cancelled-retrievals). Reading takes nothing out of them.
	 *
	 * @returns the Failure of a queue that could not be read, where an id stands in none of the others
	 * @throws what is no Failure
	 */
	static async read(context: IWebhookFunctions, ids: readonly string[], hotelIds: readonly string[]): Promise<IdMessages | Failure> {
		const limited = limitedContext(context, AbortSignal.timeout(WITHIN_MS));
		const messages = new IdMessages(context, await createSender(limited, { ...suSender, timeoutMs: WITHIN_MS }));
		const failures: Failure[] = [];
		for (const hotelId of hotelIds) {
			const read = await orFailure(messages.readQueue(hotelId, new Set(ids)));
			if (isFailure(read)) failures.push(read);
		}
		const [first] = failures;
		if (first === undefined) return messages;
		if (!ids.every((id) => messages.found.has(id))) return first;
		context.logger.warn(`${context.getNode().name}: ${failures.length} of ${hotelIds.length} properties could not be asked for a message that came as an ID; another one has it. ${messages.told(first)}`);
		return messages;
	}

	/** All that wait under an id; none where no queue has it. */
	bookings(id: string): IDataObject[] {
		return (this.found.get(id) ?? []).map(({ booking }) => booking);
	}

	/** Takes what was found out of the queues. Whether Su's push needs that beside the answer is not known; said twice it does no harm. */
	acknowledge(): void {
		const byHotel = new Map<string, string[]>();
		for (const [id, found] of this.found) {
			for (const hotelId of new Set(found.map((one) => one.hotelId))) byHotel.set(hotelId, [...(byHotel.get(hotelId) ?? []), id]);
		}
		for (const [hotelId, ids] of byHotel) {
			const acknowledging = this.sender.repeat(acknowledgeRequest(hotelId, ids), 'repeatable').then((answer) => takenAnswer(answer, 'Reservation Notification'));
			acknowledging.catch((error: unknown) => this.context.logger.warn(`${this.context.getNode().name}: ${ids.join(', ')} could not be acknowledged beside the answer. ${this.told(error)}`));
		}
	}

	private async readQueue(hotelId: string, ids: ReadonlySet<string>): Promise<void> {
		const answer = await this.sender.repeat(hotelRequest('Reservation', hotelId), 'read');
		for (const booking of reservationsIn(answer, 'Reservation')) {
			const id = notifIdOf(booking);
			if (id !== undefined && ids.has(id)) this.found.set(id, [...(this.found.get(id) ?? []), { hotelId, booking }]);
		}
	}

	private told(error: unknown): string {
		return isFailure(error) ? this.sender.hideSecrets(error.message) : 'The request failed.';
	}
}
