import { longestGap } from '../../../../../nodes/Su/polling/pollTimes';

const custom = (cronExpression: string) => ({ mode: 'custom', cronExpression });

describe('the longest time between two polls', () => {
	it.each<[string, object[], number | undefined]>([
		['every minute', [{ mode: 'everyMinute' }], 1],
		['every ten minutes', [{ mode: 'everyX', value: 10, unit: 'minutes' }], 10],
		['every two hours', [{ mode: 'everyX', value: 2, unit: 'hours' }], 120],
		['every hour', [{ mode: 'everyHour', minute: 5 }], 60],
		['every day', [{ mode: 'everyDay', hour: 3, minute: 0 }], 1440],
		['every week and every five minutes', [{ mode: 'everyWeek' }, { mode: 'everyX', value: 5, unit: 'minutes' }], 5],
		['cron, every minute', [custom('* * * * *')], 1],
		['cron with seconds, every 15 minutes', [custom('30 */15 * * * *')], 15],
		['cron, at some minutes', [custom('0,10,50 * * * *')], 40],
		['cron, once a day', [custom('0 3 * * *')], 1440],
		['cron, twice a day', [custom('0 3,15 * * *')], 720],
		['cron with ranges, which is not read', [custom('0-10 * * * *')], undefined],
		['cron with hours that are not read', [custom('* 8-18 * * *')], undefined],
		['nothing', [], undefined],
	])('%s', (_what, item, minutes) => {
		expect(longestGap({ item })).toBe(minutes);
	});
});
