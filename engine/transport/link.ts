import { Failure } from '../failure';
import { isPrivateHost } from './privateHost';

/** An address that an answer of the partner leads to. */
export interface Link {
	/** Absolute. */
	url: string;
	/** Whether it leads to the API itself. Only then it is asked with the token. */
	isApi: boolean;
}

/**
 * A link that an answer holds, checked before it is followed: what a partner writes into an answer must not make n8n read
 * its own network, nor hand out a token.
 *
 * @param text as the partner wrote it: absolute, or relative to `at`
 * @param at address of the answer that holds it
 * @param api address of the API
 * @throws Failure of kind `brokenAnswer` for a link that is not followed
 */
export function linkFrom(partner: string, text: string, at: URL, api: URL): Link {
	if (!URL.canParse(text, at.href)) throw notFollowed(partner, 'it is no address');
	const url = new URL(text, at);
	if (url.protocol !== 'https:' && url.protocol !== 'http:') throw notFollowed(partner, `${url.protocol} is neither http nor https`);
	if (url.username !== '' || url.password !== '') throw notFollowed(partner, 'it holds a name or password');
	if (isPrivateHost(url.hostname) && !isPrivateHost(api.hostname)) {
		throw notFollowed(partner, `${url.hostname} is in a private network`);
	}
	return { url: url.href, isApi: url.origin === api.origin };
}

function notFollowed(partner: string, why: string): Failure {
	return new Failure('brokenAnswer', `${partner} answered with a link that is not followed: ${why}`, {
		advice: `Nothing was read from there. Ask ${partner} for the meaning of its answer.`,
	});
}
