import { namedChoice } from '../../../engine/listSearch/choices';
import { listSearchMethods, type ListSource } from '../../../engine/listSearch/listSearch';
import { tradevestSender } from '../shared/tradevest';
import { customers, naturalPersons, type Named } from './lists';

const chosen = (rows: readonly Named[]) => rows.map(({ id, name, also }) => namedChoice(id, name, also));

const lists = {
	searchCustomers: async ({ sender }) => chosen(await customers(sender, {})),
	searchNaturalPersons: async ({ sender }) => chosen(await naturalPersons(sender, {})),
	searchRequestors: async ({ sender }) => chosen(await naturalPersons(sender, { status: 'ACTIVE' })),
} satisfies Record<string, ListSource>;

/** The lists that fields of the node ask for. */
export type ListName = keyof typeof lists;

/** The lists as methods of the node. */
export const tradevestListSearch = listSearchMethods(lists, tradevestSender);
