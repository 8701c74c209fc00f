import { errorMessage } from './errors';

/** What most changes answer: the request was taken, and no more. */
export const accepted = { status: 202 as const, body: undefined };

export function notFound(what: string, id: string) {
	return { status: 404 as const, body: errorMessage(404, `No ${what} ${id}`) };
}

/** Names no id of what is in the way, as the partner does not. */
export function conflict(message: string) {
	return { status: 409 as const, body: errorMessage(409, message) };
}

/** An externalId that was used before, whatever became of what it was used for. */
export function externalIdTaken(externalId: string | undefined) {
	return conflict(`The externalId ${externalId ?? ''} is taken`);
}

/** Refused for one field beyond what the document says of it. */
export function badField(field: string, message: string) {
	return { status: 400 as const, body: errorMessage(400, `${field}: ${message}`, [{ field, keyword: 'invalid', message }]) };
}

/** Whether a thing was created within a range of times, ends included. Times are ISO 8601. */
export function isWithin({ createdOn }: { createdOn: string }, { startDate, endDate }: { startDate?: string; endDate?: string }): boolean {
	const at = Date.parse(createdOn);
	return (startDate === undefined || at >= Date.parse(startDate)) && (endDate === undefined || at <= Date.parse(endDate));
}
