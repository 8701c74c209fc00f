import { listOfProperty } from '../shared/listOfProperty';
import { RATE_PLANS } from '../shared/lists';

/** Rate plans, `POST ratedetails` (content/listing/rate-plan-listing). */
export const getAll = listOfProperty({
	rows: 'rate plans',
	description: 'List the rate plans of a property, with their meal plan',
	source: { call: 'POST /SUAPI/jservice/ratedetails', standing: 'documented; the list of meal plans is not' },
	list: RATE_PLANS,
});
