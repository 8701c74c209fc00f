import type { IPollFunctions } from 'n8n-workflow';

import { resourceLocatorValue } from '../items/resourceLocatorValue';
import type { ParameterReader } from '../operation/operation';

/** Reads the panel of a polling trigger. */
export function pollReader(context: IPollFunctions): ParameterReader {
	return (name, fallback) => {
		// n8n throws where a parameter is not there and the fallback is undefined; null it hands back.
		const value: unknown = context.getNodeParameter(name, null);
		return resourceLocatorValue(value) ?? fallback;
	};
}
