import { join, resolve } from 'node:path';
import type { INodeProperties, INodeType, INodeTypeDescription } from 'n8n-workflow';

import { servicesOf } from '../../../scripts/services.cjs';

/**
 * n8n's editor takes one field for the way to sign in, and hides it from the panel together with every other field that a credential hangs on: the person
 * chooses when the credential is made. A field that says more than that must not be among them, or nobody can set it.
 */
const PROJECT = resolve(__dirname, '../../..');
const NODES = servicesOf(PROJECT).flatMap(({ service, nodes }) => nodes.map((name): [string, INodeTypeDescription] => [name, descriptionOf(service, name)]));

function descriptionOf(service: string, name: string): INodeTypeDescription {
	const loaded = jest.requireActual<Record<string, new () => INodeType>>(join(PROJECT, 'nodes', service, `${name}.node.ts`));
	const Node = loaded[name];
	if (!Node) throw new Error(`${name}.node.ts exports no ${name}`);
	return new Node().description;
}

/** The fields that credentials hang on, each with the values for which there is one. */
function credentialFields({ credentials = [] }: INodeTypeDescription): Map<string, Set<unknown>> {
	const values = new Map<string, Set<unknown>>();
	for (const { displayOptions } of credentials) {
		for (const [field, shown = []] of Object.entries(displayOptions?.show ?? {})) values.set(field, new Set([...(values.get(field) ?? []), ...(shown as unknown[])]));
	}
	return values;
}

/** The field that n8n takes for the way to sign in: one of that name, else one each of whose choices has a credential. */
function signInField({ properties }: INodeTypeDescription, fields: Map<string, Set<unknown>>): string | undefined {
	const choices = ({ options = [] }: INodeProperties) => options.flatMap((option) => ('value' in option ? [option.value] : []));
	const candidates = properties.filter(({ name }) => fields.has(name));
	const named = candidates.find((field) => field.name === 'authentication' && !choices(field).includes('none'));
	const isAllCovered = (field: INodeProperties) => choices(field).length > 0 && choices(field).every((value) => fields.get(field.name)?.has(value));
	return (named ?? candidates.find(isAllCovered))?.name;
}

it.each(NODES)('%s: no field is hidden but that of the way to sign in', (_name, description) => {
	const fields = credentialFields(description);
	const signIn = signInField(description, fields);
	if (signIn !== undefined) expect([...fields.keys()]).toEqual([signIn]);
});

it('knows what n8n takes for the way to sign in', () => {
	const field = (name: string, values: string[]) => ({ name, options: values.map((value) => ({ name: value, value })) }) as unknown as INodeProperties;
	const taken = (name: string, values: string[], withCredential: string[]) => {
		const credentials = withCredential.map((value) => ({ name: value, displayOptions: { show: { [name]: [value] } } }));
		const description = { properties: [field('other', ['x']), field(name, values)], credentials } as unknown as INodeTypeDescription;
		return signInField(description, credentialFields(description));
	};
	expect(taken('authentication', ['a', 'b', 'off'], ['a', 'b'])).toBe('authentication');
	expect(taken('access', ['a', 'b'], ['a', 'b'])).toBe('access');
	expect(taken('confirm', ['off', 'a', 'b'], ['a', 'b'])).toBeUndefined();
});
