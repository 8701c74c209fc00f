import { listSearchMethods, type ListSearchRun, type ListSource } from '../../../engine/listSearch/listSearch';
import { namedChoice } from '../../../engine/listSearch/choices';
import type { Family } from '../shared/family';
import { elementsSender, signatureSender } from '../shared/xcover';
import { bookings, policies } from './lists';

const familyIn = ({ fields }: ListSearchRun): Family => (fields.optional('authentication') === 'elements' ? 'elements' : 'signature');

const lists = {
	searchBookings: async (run) => (await bookings(familyIn(run), run.sender)).map(({ id, name, also }) => namedChoice(id, name, also)),
	searchPolicies: async (run) => (await policies(familyIn(run), run.sender, run.fields.needed('bookingId', 'Booking ID'))).map(({ id, name }) => namedChoice(id, name)),
} satisfies Record<string, ListSource>;

/** The lists that fields of the node ask for. */
export type ListName = keyof typeof lists;

/** The lists as methods of the node. */
export const xCoverListSearch = listSearchMethods(lists, (context) => (context.getCurrentNodeParameter('authentication') === 'elements' ? elementsSender : signatureSender));
