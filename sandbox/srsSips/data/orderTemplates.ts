import type { OrderTemplate } from '../types';
import { products } from './products';

interface TemplateRow {
	/** Name of a product of the range. */
	name: string;
	uom: string | null;
	option: string | null;
	quantity: number;
	wasteFactor: number | null;
}

interface TemplateData {
	customerCode: string;
	templateId: string;
	name: string;
	description: string | null;
	instructions: string | null;
	rows: TemplateRow[];
}

const row = (name: string, uom: string | null, option: string | null, quantity: number, wasteFactor: number | null = null): TemplateRow => ({
	name,
	uom,
	option,
	quantity,
	wasteFactor,
});

// The first can be ordered as it stands. The second holds what the page shows: nulls, and quantity 0.
const data: TemplateData[] = [
	{
		customerCode: 'DEMO100',
		templateId: '410',
		name: 'Reroof 25 SQ',
		description: 'Heritage shingles with all that goes under and over them',
		instructions: 'Call the site an hour before',
		rows: [
			row('Ridgeway Heritage Shingles', 'BD', 'Black Shadow', 78, 10),
			row('Ridgeway Starter Strip 105 LF', 'BD', 'N/A', 3),
			row('Ridgeway Ridge Cap 20 LF', 'BD', 'Black Shadow', 4),
			row('Drywell Synthetic Underlayment 10 SQ', 'RL', 'N/A', 3),
			row('Gripline Coil Roofing Nails 1-1/4"', 'BX', 'N/A', 2),
		],
	},
	{
		customerCode: 'DEMO100',
		templateId: '411',
		name: 'Repair van',
		description: null,
		instructions: null,
		rows: [
			row('Ridgeway Heritage Shingles', null, null, 0),
			row('Bondwell Roof Sealant 10 oz Tube', 'TB', null, 12),
			row('Sealcap Lead Boot 2"', null, null, 0),
		],
	},
	{
		customerCode: 'DEMO200',
		templateId: '420',
		name: 'Townhouse reroof',
		description: null,
		instructions: null,
		rows: [row('Stonecrest Heritage Shingles', 'SQ', 'Weathered Oak', 18, 12.5), row('Stonecrest Starter Strip 120 LF', 'BD', 'N/A', 2)],
	},
];

/** The templates a customer keeps, as Order Templates shows them. */
export function orderTemplatesOf(customerCode: string): OrderTemplate[] {
	return data
		.filter((template) => template.customerCode === customerCode)
		.map(({ templateId, name, description, instructions, rows }) => ({
			templateId,
			name,
			description,
			instructionsToBranch: instructions,
			products: rows.map(describe),
		}));
}

function describe({ name, uom, option, quantity, wasteFactor }: TemplateRow, userSort: number): OrderTemplate['products'][number] {
	const product = products.find((known) => known.name === name);
	if (!product) throw new Error(`No product is called "${name}"`);
	return {
		productId: product.productId,
		defualtUOM: uom,
		productCategory: product.family.category,
		productWebName: product.name,
		productOptions: option === null ? null : [option],
		quantity,
		wasteFactor,
		userSort,
	};
}
