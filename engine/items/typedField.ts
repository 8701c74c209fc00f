import type { INodeProperties } from 'n8n-workflow';

/** A field into which one types. */
export function typedField(name: string, displayName: string, placeholder: string, description: string, more: Partial<INodeProperties> = {}): INodeProperties {
	return { displayName, name, type: 'string', default: '', placeholder, description, ...more };
}
