import type { Branch } from '../types';

/** A branch with the fields the sandbox relies on filled in. */
export type SandboxBranch = Branch & {
	branchCode: string;
	branchName: string;
	branchId: number;
	shippingMethods: string[];
	salesTypes: string[];
};

interface Row {
	code: string;
	id: number;
	city: string;
	state: string;
	zipCode: string;
	phone: string;
	at: [latitude: number, longitude: number];
	shippingMethods: string[];
}

const DROP = 'Ground Drop';
const ROOF = 'Roof Load';
const PICKUP = 'Will Call';

// Invented branches in real cities. Roof loading needs a truck with a lift, which not every branch has.
const rows: Row[] = [
	{ code: 'SBDEN', id: 301, city: 'DENVER', state: 'CO', zipCode: '80216', phone: '3035550111', at: [39.7817, -104.9703], shippingMethods: [DROP, ROOF, PICKUP] },
	{ code: 'SBDAL', id: 302, city: 'DALLAS', state: 'TX', zipCode: '75220', phone: '2145550122', at: [32.8668, -96.8652], shippingMethods: [DROP, ROOF, PICKUP] },
	{ code: 'SBORL', id: 303, city: 'ORLANDO', state: 'FL', zipCode: '32809', phone: '4075550133', at: [28.4636, -81.3948], shippingMethods: [DROP, ROOF, PICKUP] },
	{ code: 'SBMSP', id: 304, city: 'MINNEAPOLIS', state: 'MN', zipCode: '55413', phone: '6125550144', at: [44.9984, -93.2555], shippingMethods: [DROP, PICKUP] },
	{ code: 'SBROC', id: 305, city: 'ROCHESTER', state: 'NY', zipCode: '14606', phone: '5855550155', at: [43.1685, -77.6853], shippingMethods: [DROP, PICKUP, 'Customer Pickup'] },
	{ code: 'SBSEA', id: 306, city: 'SEATTLE', state: 'WA', zipCode: '98108', phone: '2065550166', at: [47.5413, -122.3128], shippingMethods: [DROP, ROOF] },
];

export const branches: readonly SandboxBranch[] = Object.freeze(
	rows.map((row) => ({
		branchCode: row.code,
		branchName: `SUMMIT DEMO SUPPLY - ${row.city}`,
		branchId: row.id,
		brand: 'Summit Demo Supply',
		addressLine1: `${row.id} DEPOT RD`,
		city: row.city,
		state: row.state,
		zipCode: row.zipCode,
		phone: row.phone,
		fax: '',
		orderEmail: `orders.${row.code.toLowerCase()}@example.com`,
		shippingMethods: row.shippingMethods,
		salesTypes: ['WHSE', 'WILLCALL'],
		businessHours: 'Mon-Fri 06:00-16:30, Sat 07:00-11:00',
		latitude: row.at[0],
		longitude: row.at[1],
	})),
);

/** The branch with this number. */
export function findBranchById(branchId: number): SandboxBranch | undefined {
	return branches.find((branch) => branch.branchId === branchId);
}

/** The branch with this code, in any case. */
export function findBranch(branchCode: string): SandboxBranch | undefined {
	return branches.find((branch) => branch.branchCode === branchCode.toUpperCase());
}
