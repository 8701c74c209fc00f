import type { IDataObject } from 'n8n-workflow';

import { isFailure } from '../../../engine/failure';
import type { Outcome } from '../../../engine/operation/operation';
import type { Ask } from '../../../engine/operation/reads';
import { isObject, textOf } from '../../../engine/values';
import { connectionsIn, mappingsRequest } from '../shared/mappings';
import { explainRefusal } from '../shared/refusal';
import { isSame } from '../shared/sameValue';
import { mappedIn } from './connection';
import type { MappingParameters } from './mapping';

/** How Su writes a row of pricing in its mappings (logs/currently-mapped-ota-channels). */
const HELD = { numberOfGuests: 'ApplicableNoOfGuest', multiplier: 'Multiplier', surcharge: 'Surcharge' } as const;

/**
 * The output items with what the property's mappings hold: `verified`, `pricing`, `differences` and `verifyNote`. `verified` is true where
 * they hold all that was sent, false where they hold something else, and null where that cannot be said, as of what they do not show.
 */
export async function mappingsReadBack(outcomes: ReadonlyArray<Outcome<MappingParameters>>, ask: Ask): Promise<IDataObject[][]> {
	return await Promise.all(outcomes.map(async ({ parameters, items }) => {
		if (items === undefined) return [];
		const told = await compared(parameters, ask);
		return items.map((item) => ({ ...item, ...told }));
	}));
}

/** What is sent was sent: whatever goes wrong here is told, and stops nothing. */
async function compared(wanted: MappingParameters, ask: Ask): Promise<IDataObject> {
	try {
		const answer = await ask(mappingsRequest(wanted.hotelId));
		if (isFailure(answer)) throw answer;
		const rows = mappedIn(connectionsIn(answer), wanted);
		if (rows.length !== 1) return unknown(`The mappings list ${rows.length === 0 ? 'no such mapping' : `${rows.length} such mappings`}`);
		return withRow(wanted, rows[0]!);
	} catch (error) {
		return unknown(isFailure(error) ? explainRefusal(error).message : 'The mappings could not be read');
	}
}

function unknown(note: string): IDataObject {
	return { verified: null, pricing: [], differences: [], verifyNote: `${note}.` };
}

/** What can be sent and is not shown (logs/currently-mapped-ota-channels): Su's name in a mapping that is sent, and ours. */
const NOT_SHOWN = { advance_purchase_days: 'advancePurchaseDays', defaultminimumnight: 'defaultMinimumNight', derivedrateids: 'derivedRateIds' } as const;

function withRow({ pricing, status, channelRoomId, channelRateId, further }: MappingParameters, row: IDataObject): IDataObject {
	const held = pricingIn(row);
	const differences: IDataObject[] = [];
	const notShown: string[] = [];
	const compare = (field: string, sent: string, value: string | null | undefined) => {
		if (value === undefined || value === null) notShown.push(field);
		else if (!isSame(sent, value)) differences.push({ field, sent, held: value });
	};
	/** What was left empty was not sent. */
	const compareSent = (field: string, sent: unknown, value: string | null | undefined) => {
		const text = sentText(sent);
		if (text !== '') compare(field, text, value);
	};
	compare('status', status, textOf(row.MappingStatus));
	compareSent('channelRoomId', channelRoomId, heldText(row.ChannelRoomID));
	compareSent('channelRateId', channelRateId, heldText(row.ChannelRateID));
	const [sentRates, heldRates] = [further.extrarates, row.ExtraRates].map(objectOrNone) as [IDataObject, IDataObject];
	compareSent('extraRatesType', sentRates.type, heldText(heldRates.Type));
	compareSent('defaultAdultRate', sentRates.defaultadultrate, heldText(heldRates.DefaultAdultRate));
	compareSent('defaultChildRate', sentRates.defaultchildrate, heldText(heldRates.DefaultChildRate));
	const [sentStay, heldStay] = [further.fixedminstay, row.FixedMinStay].map(objectOrNone) as [IDataObject, IDataObject];
	compareSent('fixedMinimumStay.fixed', sentStay.fixed, heldText(heldStay.Fixed));
	compareSent('fixedMinimumStay', sentStay.minstay, heldText(heldStay.MinStay));
	notShown.push(...Object.entries(NOT_SHOWN).flatMap(([sent, field]) => (further[sent] === undefined ? [] : [field])));
	for (const { applicablenoofguest: guests, multiplier, surcharge } of pricing) {
		const ofGuests = held.find(({ numberOfGuests }) => numberOfGuests === guests);
		compare(`pricing.${guests}.multiplier`, multiplier, ofGuests?.multiplier);
		compare(`pricing.${guests}.surcharge`, surcharge, ofGuests?.surcharge);
	}
	return {
		verified: differences.length > 0 ? false : notShown.length > 0 ? null : true,
		pricing: held as unknown as IDataObject[],
		differences,
		verifyNote: notShown.length > 0 ? `The mappings do not show: ${notShown.join(', ')}.` : null,
	};
}

type HeldPricing = Record<keyof typeof HELD, string | null>;

/** Su's page shows one row, and not as a list; a list is read as well. */
function pricingIn({ Pricing }: IDataObject): HeldPricing[] {
	const rows: unknown[] = Array.isArray(Pricing) ? Pricing : [Pricing];
	const names = Object.entries(HELD) as Array<[keyof HeldPricing, string]>;
	return rows.filter(isObject).map((row) => Object.fromEntries(names.map(([name, held]) => [name, textOf(row[held])?.trim() ?? null])) as HeldPricing);
}

/** What is held, empty text as well; undefined where nothing is shown. */
function heldText(value: unknown): string | undefined {
	if (typeof value === 'string') return value.trim();
	return typeof value === 'boolean' || typeof value === 'number' ? String(value) : undefined;
}

function sentText(value: unknown): string {
	return heldText(value) ?? '';
}

function objectOrNone(value: unknown): IDataObject {
	return isObject(value) ? value : {};
}
