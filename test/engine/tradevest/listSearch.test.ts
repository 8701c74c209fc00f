import type { ListSearch } from '../../../engine/listSearch/listSearch';
import { Tradevest } from '../../../nodes/Tradevest/Tradevest.node';
import { demoCustomer, demoDirectorId, newcomerId } from '../../../sandbox/tradevest/data/people';
import { TradevestTrial } from './support';

/** Lists to choose from at Tradevest. */

const trial = new TradevestTrial();
const listSearch: Record<string, ListSearch> = new Tradevest().methods.listSearch;

async function offered(): Promise<unknown[]> {
	const parameters = { resource: 'customer', operation: 'setLabels', options: { requestorId: { __rl: true, mode: 'list', value: '' } } };
	const { results } = await listSearch.searchRequestors!.call(trial.engine.loadOptions(parameters, 'parameters.options.requestorId'), undefined);
	return results.map(({ value }) => value);
}

describe('the list of requestors', () => {
	it('offers active persons, and asks once for two looks', async () => {
		expect(await offered()).toEqual([demoDirectorId, demoCustomer.naturalPersonId]);
		await offered();
		expect(trial.received('listNaturalPersons')).toBe(1);
	});

	it('offers no others where Tradevest passes the filter over, whose name is a guess', async () => {
		const data = [{ naturalPersonId: newcomerId, firstName: 'Edda', status: 'CREATED' }, { naturalPersonId: demoDirectorId, firstName: 'Jonas', status: 'ACTIVE' }];
		trial.sandbox.control.fault({ operationId: 'listNaturalPersons', kind: 'answer', status: 200, body: { data, pagination: { limit: 100 } } });
		expect(await offered()).toEqual([demoDirectorId]);
	});

	it('is empty where nobody is active', async () => {
		trial.sandbox.control.fault({ operationId: 'listNaturalPersons', kind: 'answer', status: 200, body: { data: [{ naturalPersonId: newcomerId, status: 'CREATED' }], pagination: { limit: 100 } } });
		expect(await offered()).toEqual([]);
	});
});
