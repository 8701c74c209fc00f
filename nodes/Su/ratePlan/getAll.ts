import { ratePlansRequest } from '../shared/requests';
import { listOfProperty } from '../shared/listOfProperty';

/** Rate plans, `POST ratedetails` (content/listing/rate-plan-listing). */
export const getAll = listOfProperty({
	rows: 'rate plans',
	description: 'List the rate plans of a property, with their meal plan',
	source: { call: 'POST /SUAPI/jservice/ratedetails', standing: 'documented; the list of meal plans is not' },
	what: 'Rate Plan Listing',
	list: 'rateplans',
	request: ratePlansRequest,
});
