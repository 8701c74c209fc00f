import type { ICredentialDataDecryptedObject, INodeProperties } from 'n8n-workflow';

import { baseUrlField, textField } from './flow';

/** The choice of an environment that has its address in a field of its own. */
const CUSTOM = 'custom';

/**
 * An address that follows from the credential's Environment.
 *
 * @param hosts addresses by the values of Environment, without slashes at their end
 * @param customField holds the address where *Custom URL* is chosen
 * @returns reads it from a credential: without slashes at its end, `''` where there is none
 */
export function environmentUrl(hosts: ReadonlyMap<string, string>, customField = 'baseUrl'): (credentials: ICredentialDataDecryptedObject) => string {
	return (credentials) => {
		const environment = textField(credentials, 'environment');
		return environment === CUSTOM ? baseUrlField(credentials, customField) : (hosts.get(environment) ?? '');
	};
}

/** The choice *Custom URL* of Environment. */
export const customEnvironment = { name: 'Custom URL', value: CUSTOM, description: 'Another address, such as a test server of your own' };

/** The field for an address that is not in the list of environments. Shown with *Custom URL* alone. */
export function customUrlProperty(placeholder: string, field: Partial<INodeProperties> = {}): INodeProperties {
	return {
		displayName: 'Base URL',
		name: 'baseUrl',
		type: 'string',
		required: true,
		default: '',
		placeholder,
		displayOptions: { show: { environment: [CUSTOM] } },
		description: 'Address of the API without a path',
		...field,
	};
}
