import type { ILoadOptionsFunctions, INode, INodeListSearchResult, JsonObject } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';

import { isFailure, type Failure } from '../failure';
import { createSender, type Sender } from '../transport/sender';
import type { SenderOptions } from '../transport/senderOptions';
import { pageOf, type Choice } from './choices';
import { OtherFields } from './otherFields';

/** What a list works with: the fields it depends on, and the way to the partner. */
export interface ListSearchRun {
	fields: OtherFields;
	sender: Sender;
}

/** All that a person may choose from, whatever they have typed. @throws Failure */
export type ListSource = (run: ListSearchRun) => Promise<readonly Choice[]>;

/** A method as n8n calls it, under `methods.listSearch` of a node. */
export type ListSearch = (this: ILoadOptionsFunctions, filter?: string, paginationToken?: string) => Promise<INodeListSearchResult>;

/** How lists are asked for; of a node with several kinds of access, by a field of it. */
export type ListSending = SenderOptions | ((context: ILoadOptionsFunctions) => SenderOptions);

/** A list as a method of a node: with the engine's own sender, search and pages, and errors that the editor shows. */
export function listSearch(list: ListSource, sending: ListSending): ListSearch {
	return async function (this: ILoadOptionsFunctions, filter?: string, paginationToken?: string) {
		const fields = new OtherFields((path) => this.getCurrentNodeParameter(path));
		const sender = await createSender(this, typeof sending === 'function' ? sending(this) : sending);
		try {
			return pageOf(await list({ fields, sender }), filter, paginationToken);
		} catch (error) {
			if (!isFailure(error)) throw error;
			throw toEditorError(this.getNode(), error.rewritten((text) => sender.hideSecrets(text)));
		}
	};
}

/** Every list of a service, by the name under which its fields ask for it: what n8n wants under `methods.listSearch`. */
export function listSearchMethods<Name extends string>(lists: Record<Name, ListSource>, sending: ListSending): Record<Name, ListSearch> {
	return Object.fromEntries(Object.entries<ListSource>(lists).map(([name, list]) => [name, listSearch(list, sending)])) as Record<Name, ListSearch>;
}

/** Always a `NodeApiError`, with or without a status: of no other error does n8n send the description to the editor. */
function toEditorError(node: INode, { message, details }: Failure): NodeApiError {
	const { advice: description, status } = details;
	const error = new NodeApiError(node, { message } as JsonObject, {
		message,
		description,
		...(status === undefined ? {} : { httpCode: String(status) }),
	});
	// n8n puts words of its own in the place of a message that holds a system's code, and a partner's words may.
	error.message = message;
	return error;
}
