import type { IDataObject, IExecuteFunctions, INodeType } from 'n8n-workflow';

/** A node of somebody else that takes the credentials of ours, and puts out what it gets. */
export function otherNode({ description }: INodeType, execute: (this: IExecuteFunctions) => Promise<unknown>): INodeType {
	return {
		description: { ...description, properties: [] },
		async execute() {
			return [[{ json: { answer: (await execute.call(this)) as IDataObject } }]];
		},
	};
}
