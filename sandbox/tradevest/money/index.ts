import type { Life } from '../book';
import { cryptoPrices, tokens } from '../data/prices';
import * as assetOrders from '../handlers/assetOrders';
import * as customerProducts from '../handlers/customerProducts';
import { createSavingsPlan, getSavingsPlan } from '../handlers/savingsPlans';
import { createTaxExemptionOrder, listTaxExemptionOrders, updateTaxExemptionOrder } from '../handlers/taxExemptionOrders';
import * as tradingOrders from '../handlers/tradingOrders';
import { createTransfer, getTransaction, getTransfer, simulateIncomingTransfer } from '../handlers/transfers';
import type { TradevestSettings } from '../settings';
import type { Actors } from './actors';
import { AssetBook } from './assetBook';
import { Ledger } from './ledger';
import { ProductBook } from './productBook';
import { SavingsBook } from './savingsBook';
import { SecuritiesBook, type Market } from './securitiesBook';
import { TaxBook } from './taxBook';
import { TransferBook } from './transferBook';

/** Products, orders, transfers, taxes and savings plans: their books, and the calls that use them. */
export function moneySide(life: Life, settings: () => TradevestSettings, actors: Actors) {
	const ledger = new Ledger();
	const products = new ProductBook(life, ledger);
	const market: Market = { life, settings, actors, products, ledger };
	const securities = new SecuritiesBook(market);
	const priceOfToken = (symbol: string) => tokens.find(({ tokenSymbol }) => tokenSymbol === symbol)?.price;
	const digital = new AssetBook({ eventType: 'DIGITAL_ASSET_ORDER_NOTIFICATION', assetType: 'CRYPTOCURRENCY', priceOf: (symbol) => cryptoPrices[symbol] }, market);
	const tokenized = new AssetBook({ eventType: 'TOKENIZED_ASSET_ORDER_NOTIFICATION', priceOf: priceOfToken }, market);
	const transfers = new TransferBook(life, settings, products, ledger);
	const taxes = new TaxBook(life);
	const plans = new SavingsBook(life, products);
	const books = [products, securities, digital, tokenized, transfers, taxes, plans];
	return {
		handlers: {
			listProducts: customerProducts.listProducts(),
			listCustomerProducts: customerProducts.listCustomerProducts(products, actors),
			createCustomerProduct: customerProducts.createCustomerProduct(products, actors),
			getCustomerProduct: customerProducts.getCustomerProduct(products),
			closeCustomerProduct: customerProducts.closeCustomerProduct(products, actors),
			estimateCosts: tradingOrders.estimateCosts(life.now),
			createMarketOrder: tradingOrders.createMarketOrder(securities),
			createLimitOrder: tradingOrders.createLimitOrder(securities),
			createStopOrder: tradingOrders.createStopOrder(securities),
			getTradingOrder: tradingOrders.getTradingOrder(securities),
			updateTradingOrder: tradingOrders.updateTradingOrder(securities),
			cancelTradingOrder: tradingOrders.cancelTradingOrder(securities),
			createDigitalOrder: assetOrders.createDigitalOrder(digital),
			getDigitalOrder: assetOrders.getDigitalOrder(digital),
			getDigitalOrderReceipt: assetOrders.getDigitalOrderReceipt(digital),
			listDigitalOrders: assetOrders.listDigitalOrders(digital, products),
			createTokenizedOrder: assetOrders.createTokenizedOrder(tokenized),
			getTokenizedOrder: assetOrders.getTokenizedOrder(tokenized),
			cancelTokenizedOrder: assetOrders.cancelTokenizedOrder(tokenized),
			getTokenizedOrderReceipt: assetOrders.getTokenizedOrderReceipt(tokenized),
			listTokenizedOrders: assetOrders.listTokenizedOrders(tokenized, products),
			createTransfer: createTransfer(transfers, products, actors),
			getTransfer: getTransfer(transfers),
			simulateIncomingTransfer: simulateIncomingTransfer(transfers, products),
			getTransaction: getTransaction(ledger),
			listTaxExemptionOrders: listTaxExemptionOrders(taxes),
			createTaxExemptionOrder: createTaxExemptionOrder(taxes),
			updateTaxExemptionOrder: updateTaxExemptionOrder(taxes),
			createSavingsPlan: createSavingsPlan(plans),
			getSavingsPlan: getSavingsPlan(plans),
		},
		products,
		views: {
			products: () => products.view(),
			tradingOrders: () => securities.view(),
			digitalOrders: () => digital.view(),
			tokenizedOrders: () => tokenized.view(),
			transfers: () => transfers.view(),
			transactions: () => ledger.view(),
			savingsPlans: () => plans.view(),
			taxExemptionOrders: () => taxes.view(),
		},
		/** Does all that is due. */
		settle: () => books.forEach((book) => book.settle()),
		reset: () => [ledger, ...books].forEach((part) => part.reset()),
	};
}
