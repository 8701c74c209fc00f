import { isFailure, type Failure } from '../failure';
import { isObject } from '../values';
import { partnerWords } from '../http/partnerWords';
import type { PartnerAnswer } from '../http/request';

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

/**
 * Words that say no more than the status: AWS, Azure API Management, FastAPI, Spring and WSO2 write them for a path that leads nowhere.
 * Beside a code they may be the partner's.
 */
const PLAIN = /^(?:(?:404 )?not found|resource not found|no message available|runtime error)$/i;

/**
 * Words of gateways and frameworks that speak of the path, and not of the thing: whatever code stands beside them. From Kong, APISIX, WSO2,
 * MuleSoft, Tyk, Gravitee, Cloudflare, Google, Vercel, IIS (Azure App Service), ASP.NET, Express, Fastify, Spring, Symfony, Rails, Laravel and Flask.
 */
const NO_ROUTE =
	/^(?:no routes? (?:matche[sd]|found|was found)\b.*|(?:the )?route (?:.* )?(?:not|could not be) found|could not route to .*|no http resource was found .*|cannot (?:get|post|put|patch|delete) .*|no static resource .*|(?:the )?(?:service |api |requested )?(?:endpoint|method) (?:\S+ )?(?:was )?not found|no matching resource found .*|no listener for endpoint.*|no context-path matches .*|there was a problem proxying the request|the requested (?:url|path|page|route)\b.* not found\b.*|the (?:page|deployment) could not be found.*|the resource you are looking for (?:has been removed|might have been removed).*)$/is;

/** What stands where a code would, and is none: the status again (5 is that of gRPC), how Tomcat and WSO2 head their page. */
const NO_CODE = /^(?:(?:http[ _]?)?404|5|status report)$/i;

/**
 * Whether the body of a refusal comes from the partner's API, which answers in JSON: a list, be it empty, or an object that
 * says something more than that a path leads nowhere. A page, a plain text and an empty body come from whoever stands before it.
 */
export function isPartnersOwn({ body }: Pick<PartnerAnswer, 'body'>): boolean {
	const json = typeof body === 'string' ? parsed(body) : body;
	if (Array.isArray(json)) return true;
	if (!isObject(json)) return false;
	const { message, code } = partnerWords(json);
	const words = message?.trim().replace(/[.!]+$/, '');
	if (words !== undefined && NO_ROUTE.test(words)) return false;
	if (code !== undefined && !NO_CODE.test(code.trim())) return true;
	return words !== undefined && !PLAIN.test(words);
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}
