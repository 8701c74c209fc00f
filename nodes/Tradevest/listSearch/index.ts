import { namedChoice } from '../../../engine/listSearch/choices';
import { listSearchMethods, type ListSource } from '../../../engine/listSearch/listSearch';
import { tradevestSender } from '../shared/tradevest';
import { customers, naturalPersons, type Named } from './lists';

/** The state in which a person may be a requestor (documentation/2_authentication; release 1.5.0). */
const ACTIVE = 'ACTIVE';

const chosen = (rows: readonly Named[]) => rows.map(({ id, name, also }) => namedChoice(id, name, also));

const lists = {
	searchCustomers: async ({ sender }) => chosen(await customers(sender, {})),
	searchNaturalPersons: async ({ sender }) => chosen(await naturalPersons(sender, {})),
	// The name of the filter is inferred: Tradevest may pass it over.
	searchRequestors: async ({ sender }) => chosen((await naturalPersons(sender, { status: ACTIVE })).filter(({ status = ACTIVE }) => status === ACTIVE)),
} satisfies Record<string, ListSource>;

/** The lists that fields of the node ask for. */
export type ListName = keyof typeof lists;

/** The lists as methods of the node. */
export const tradevestListSearch = listSearchMethods(lists, tradevestSender);
