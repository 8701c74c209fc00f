import { startSrsSipsSandbox, type SrsSipsSandbox } from '../../../../../sandbox/srsSips';
import type { BranchProduct, Customer, CustomerBranch, OrderTemplate, PriceLine, ValidatedCustomer } from '../../../../../sandbox/srsSips/types';
import { inSandbox, signIn } from '../../support';

describe('customers and branches', () => {
	let sandbox: SrsSipsSandbox;
	let client: Awaited<ReturnType<typeof signIn>>;

	inSandbox(startSrsSipsSandbox, async (started) => {
		sandbox = started;
		client = await signIn(sandbox);
	});

	const validate = (query: string) => client.get<ValidatedCustomer>(`/customers/validate/?${query}`);

	describe('Validate Customer', () => {
		it.each([
			['the integration key', 'accountNumber=DEMO100&integrationKey=RDG100'],
			['an invoice with its date', 'accountNumber=DEMO100&invoiceNumber=0041190007-001&invoiceDate=2026-02-14'],
			['an invoice with its amount', 'accountNumber=DEMO100&invoiceNumber=0041190007-001&billedAmount=1843.27'],
			['names with other capitals', 'AccountNumber=DEMO100&IntegrationKey=RDG100'],
		])('answers Y to %s', async (_proof, query) => {
			const { status, body } = await validate(query);
			expect([status, body.validIndicator, body.homeBranchId]).toEqual([200, 'Y', '301']);
		});

		it.each([
			['a wrong key', 'accountNumber=DEMO100&integrationKey=WRONG1'],
			['a wrong amount', 'accountNumber=DEMO100&invoiceNumber=0041190007-001&billedAmount=1'],
			['an invoice number alone', 'accountNumber=DEMO100&invoiceNumber=0041190007-001'],
			['no proof', 'accountNumber=DEMO100'],
		])('answers N and no address to %s', async (_proof, query) => {
			const { status, body } = await validate(query);
			expect(status).toBe(200);
			expect(body).toEqual({ validIndicator: 'N', accountNumber: 'DEMO100' });
		});

		it('answers N for an account that is closed, however good the proof', async () => {
			const { body } = await validate('accountNumber=DEMO300&integrationKey=CLS300');
			expect(body).toMatchObject({ validIndicator: 'N', customerName: 'CLOSED ACCOUNT DEMO CO' });
		});

		it('answers 404 for a customer that is not known', async () => {
			expect(await validate('accountNumber=NOBODY')).toMatchObject({ status: 404, body: { code: 'CustomerNotFound' } });
		});

		it('answers 400 to a query that breaks the contract', async () => {
			expect(await validate('integrationKey=RDG100')).toMatchObject({ status: 400, body: { message: 'accountNumber: is missing' } });
			expect(await validate('accountNumber=DEMO100&key=RDG100')).toMatchObject({ status: 400, body: { message: 'key: is not known' } });
			expect((await validate('accountNumber=DEMO100&invoiceDate=14.2.2026')).status).toBe(400);
		});

		it('does not need the slash at the end of its path', async () => {
			expect((await client.get('/Customers/Validate?accountNumber=DEMO100&integrationKey=RDG100')).status).toBe(200);
		});
	});

	describe('Customer Details', () => {
		const details = (customerCode: string) => client.get<Customer>(`/customers/${customerCode}`);

		it('writes the home branch as a number, where Validate Customer writes text', async () => {
			const { status, body } = await details('DEMO100');
			expect(status).toBe(200);
			expect(body).toMatchObject({
				customerId: 50100,
				customerKey: '00050100',
				customerCode: 'DEMO100',
				zipCode: '802110000',
				homeBranch: 'SBDEN',
				homeBranchId: 301,
				nonSaleableIndicator: 'N',
			});
		});

		it('says who may not buy', async () => {
			expect((await details('DEMO400')).body.nonSaleableIndicator).toBe('Y');
		});

		it('answers 404 for a customer that is not known', async () => {
			expect(await details('NOBODY')).toMatchObject({ status: 404, body: { code: 'CustomerNotFound' } });
		});
	});

	describe('invented customers', () => {
		const validity = async (code: string, key: string) => {
			const { status, body } = await validate(`accountNumber=${code}&integrationKey=${key}`);
			return [status, body.validIndicator];
		};

		it('are known to both look-ups, as many as wanted, each with a key of its own', async () => {
			sandbox.control.change({ extraCustomers: 12 });
			expect(await validity('EXTRA12', 'KEY12')).toEqual([200, 'Y']);
			expect(await validity('extra7', 'KEY7')).toEqual([200, 'Y']);
			expect(await validity('EXTRA7', 'KEY12')).toEqual([200, 'N']);
			const { body } = await client.get<Customer>('/customers/EXTRA12');
			expect(body).toMatchObject({ customerCode: 'EXTRA12', customerId: 1_000_012 });
			expect(sandbox.contract.checkAnswer('getCustomer', 200, body)).toEqual([]);
		});

		it.each(['EXTRA13', 'EXTRA0', 'EXTRA012', 'EXTRA', 'EXTRA1X'])('do not include %s of twelve', async (code) => {
			sandbox.control.change({ extraCustomers: 12 });
			expect((await client.get(`/customers/${code}`)).status).toBe(404);
		});

		it('are none unless asked for, and buy nowhere', async () => {
			expect(await validity('EXTRA1', 'KEY1')).toEqual([404, undefined]);
			sandbox.control.change({ extraCustomers: 1 });
			const { status } = await client.post('/products/v2/price', { customerCode: 'EXTRA1', branchCode: 'SBDEN', productList: [{ productId: 6000, quantity: 1, uom: 'BD' }] });
			expect(status).toBe(404);
		});
	});

	describe('Order Templates', () => {
		const templates = (customerCode: string) => client.get<OrderTemplate[]>(`/customers/v2/orderTemplates/${customerCode}`);

		it('has one that can be ordered as it stands', async () => {
			const { body } = await templates('DEMO100');
			const productList = body[0]?.products.map(({ productId, productOptions, quantity, defualtUOM }) => ({
				productId,
				productOptions,
				quantity,
				uom: defualtUOM,
			}));
			const { body: prices } = await client.post<PriceLine[]>('/products/v2/price', { customerCode: 'DEMO100', branchCode: 'SBDEN', productList });
			expect(prices).toHaveLength(5);
			for (const { messageCode, price } of prices) expect([messageCode, price > 0]).toEqual([0, true]);
		});

		it('has one with what else may be: nulls and quantity 0', async () => {
			const [, second] = (await templates('DEMO100')).body;
			expect(second).toMatchObject({ templateId: '411', description: null, instructionsToBranch: null });
			expect(second?.products).toMatchObject([
				{ productId: 6000, defualtUOM: null, productOptions: null, quantity: 0, wasteFactor: null, userSort: 0 },
				{ defualtUOM: 'TB', quantity: 12 },
				{ userSort: 2 },
			]);
		});

		it('has none for some customers, and answers 404 for one that is not known', async () => {
			expect(await templates('DEMO500')).toMatchObject({ status: 200, body: [] });
			expect((await templates('NOBODY')).status).toBe(404);
		});
	});

	describe('Customer Branch Locations', () => {
		it('gives several branches, one of them with several job accounts', async () => {
			const { body } = await client.get<CustomerBranch[]>('/branches/v2/customerBranchLocations/DEMO100');
			expect(body.map(({ branchCode }) => branchCode)).toEqual(['SBDEN', 'SBDAL', 'SBORL']);
			expect(body[0]?.jobAccounts?.map(({ jobAccountNumber }) => jobAccountNumber)).toEqual([43, 44, 45]);
		});

		it('gives one branch when asked for it', async () => {
			const { body } = await client.get<CustomerBranch[]>('/branches/v2/customerBranchLocations/DEMO100?branchCode=SBDAL');
			expect(body.map(({ branchCode }) => branchCode)).toEqual(['SBDAL']);
		});

		it('does not mind the case of its path, yet keeps the case of the code', async () => {
			const { status, body } = await client.get('/Branches/V2/CustomerBranchLocations/Nobody');
			expect([status, body.message]).toEqual([404, 'No customer Nobody']);
		});
	});

	describe('Active Branch Products', () => {
		const products = async (branchCode: string) =>
			(await client.get<BranchProduct[]>(`/branches/v2/activeBranchProducts/${branchCode}`)).body;

		it('has 300 products and more at a branch, each with a colour and a unit', async () => {
			const list = await products('SBDEN');
			expect(list.length).toBeGreaterThanOrEqual(300);
			for (const { productVariant = [], productOptions } of list) {
				expect(productVariant.map(({ selectedOption }) => selectedOption)).toEqual(productOptions);
				expect(productVariant.length).toBeGreaterThan(0);
				for (const { uoMs, defaultUOM } of productVariant) expect(uoMs).toContain(defaultUOM);
			}
		});

		it('writes N/A where there is nothing to choose', async () => {
			const starter = (await products('SBDEN')).find(({ productName }) => productName?.includes('Starter Strip'));
			expect(starter?.productOptions).toEqual(['N/A']);
		});

		it('sells other products and other colours at another branch', async () => {
			const [here, there] = [await products('SBDEN'), await products('SBSEA')];
			const options = (list: BranchProduct[]) => list.find(({ productId }) => productId === 6000)?.productOptions;
			expect(here.map(({ productId }) => productId)).not.toEqual(there.map(({ productId }) => productId));
			expect(options(here)).not.toEqual(options(there));
		});

		it('answers 404 for a branch that is not known', async () => {
			expect((await client.get('/branches/v2/activeBranchProducts/NOWAY')).status).toBe(404);
		});
	});

	it('answers all of it as the document says', async () => {
		const { checkAnswer } = sandbox.contract;
		const checks = await Promise.all([
			validate('accountNumber=DEMO100&integrationKey=RDG100').then(({ body }) => checkAnswer('validateCustomer', 200, body)),
			validate('accountNumber=NOBODY').then(({ body }) => checkAnswer('validateCustomer', 404, body)),
			client.get('/customers/DEMO100').then(({ body }) => checkAnswer('getCustomer', 200, body)),
			client.get('/customers/v2/orderTemplates/DEMO100').then(({ body }) => checkAnswer('getOrderTemplates', 200, body)),
			client.get('/branches/v2/branchLocations').then(({ body }) => checkAnswer('getBranchLocations', 200, body)),
			client
				.get('/branches/v2/customerBranchLocations/DEMO500')
				.then(({ body }) => checkAnswer('getCustomerBranchLocations', 200, body)),
			client
				.get('/branches/v2/activeBranchProducts/SBROC')
				.then(({ body }) => checkAnswer('getActiveBranchProducts', 200, body)),
		]);
		expect(checks.flat()).toEqual([]);
	});
});
