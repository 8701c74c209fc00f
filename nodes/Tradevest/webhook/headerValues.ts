import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../../engine/values';

/** A registration without the values of its headers: a receiver knows Tradevest by them, so they are secrets. The names stay. Headers in a shape that is not documented are left out. */
export function withoutHeaderValues({ headers, ...row }: IDataObject): IDataObject {
	return Array.isArray(headers) ? { ...row, headers: (headers as unknown[]).filter(isObject).map(({ name }) => ({ name: name ?? null })) } : row;
}
