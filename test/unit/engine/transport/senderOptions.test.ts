import { senderOptions } from '../../../../engine/transport/senderOptions';
import { testFlow } from '../../../support/partner/partner';

const OWN = { credentialType: 'partnerApi', timeoutMs: 30_000, accountFields: ['clientId'] };

describe('how requests are sent', () => {
	it('follows from how tokens are fetched', () => {
		expect(senderOptions(testFlow, OWN)).toMatchObject({ partner: 'Partner', credentialType: 'partnerApi', timeoutMs: 30_000, secretFields: testFlow.secretFields });
	});

	it('knows an account by its address and fields, however they are spelt', () => {
		const { account } = senderOptions(testFlow, OWN);
		expect(account({ baseUrl: 'https://API.example.com:443/', clientId: 'me ' })).toEqual(account({ baseUrl: 'https://api.example.com', clientId: 'me' }));
		expect(account({ baseUrl: 'https://api.example.com', clientId: 'me' })).not.toEqual(account({ baseUrl: 'https://api.example.com', clientId: 'you' }));
	});

	it('hides more where a service says so', () => {
		expect(senderOptions(testFlow, { ...OWN, alsoSecret: ['clientId'] }).secretFields).toEqual([...testFlow.secretFields, 'clientId']);
	});
});
