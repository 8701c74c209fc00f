import type { ICredentialTestRequest } from 'n8n-workflow';

type Rule = Extract<NonNullable<ICredentialTestRequest['rules']>[number], { type: 'responseCode' }>;

/**
 * What the test of a credential says where the API answers with a status. A refused token request, a host that is not reached
 * and a token that the API does not accept (401) are told by the token engine; the rules are for the rest. n8n 2.8 does not apply
 * them and shows its own words for the status.
 */
export function statusRule(status: number, message: string): Rule {
	return { type: 'responseCode', properties: { value: status, message: `API call: ${message}` } };
}

/** The rule for 404 where the credential has an environment. */
export function addressRule(partner: string): Rule {
	return statusRule(404, `${partner} handed out a token, but the API was not found at this address. Check Environment or Base URL.`);
}
