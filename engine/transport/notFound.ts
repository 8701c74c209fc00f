import { isFailure, type Failure } from '../failure';
import { isObject } from '../values';
import { partnerWords } from './partnerWords';
import type { PartnerAnswer } from './request';

/**
 * Whether a failure is the partner's own no: it was asked, it looked, and there is no such thing. Of a plain 404 that is not
 * certain: a gateway, a proxy or a wrong base URL answer so for everything. Who concludes something from an absence asks here.
 */
export function isPartnersNotFound(error: unknown): boolean {
	return isFailure(error) && error.kind === 'notFound' && error.details.isPartnersOwn === true;
}

/**
 * Whether a failure is an answer of the partner to what was asked: in its own words, that there is no such thing, or that it did not
 * accept the request. A page or an empty body comes from who stands before it. So does any other status of a refusal (405, 410, 415,
 * 421, 425, 451), or it speaks of the path and not of the thing.
 */
export function isPartnersNo({ kind, details }: Failure): boolean {
	if (details.isPartnersOwn === false) return false;
	return kind === 'notFound' || (kind === 'validation' && [undefined, 400, 422].includes(details.status));
}

/** Words with which gateways say that a path leads nowhere: AWS, Kong, Azure API Management, Envoy, WSO2, and ASP.NET, Express, Fastify and Spring without a route. */
const NO_ROUTE =
	/^(?:not found|resource not found|no route matched with those values|route (?:.* )?not found|no http resource was found .*|cannot (?:get|post|put|patch|delete) .*|no message available|no static resource .*|(?:the )?(?:service )?endpoint not found|no matching resource found .*)$/is;

/** What stands where a code would, and is none: the status again, how Tomcat and WSO2 head their page, and what RFC 9457 writes for "no type". */
const NO_CODE = /^(?:(?:http[ _]?)?404|status report|about:blank)$/i;

/**
 * Whether the body of a refusal comes from the partner's API, which answers in JSON: a list, be it empty, or an object that
 * says something more than that a path leads nowhere. A page, a plain text and an empty body come from whoever stands before it.
 */
export function isPartnersOwn({ body }: Pick<PartnerAnswer, 'body'>): boolean {
	const json = typeof body === 'string' ? parsed(body) : body;
	if (Array.isArray(json)) return true;
	if (!isObject(json)) return false;
	const { message, code } = partnerWords(json);
	if (code !== undefined && !NO_CODE.test(code.trim())) return true;
	return message !== undefined && !NO_ROUTE.test(message.replace(/[.!]+$/, ''));
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}
