// What is loaded into n8n ahead of everything else: each time it is asked, n8n's clock goes ahead by $CLOCK_STEP_MS. It answers by how
// much it is ahead in all. See `preloaded.ts`.
'use strict';

const { onAsked, write } = require('./preload.cjs');

const step = Number(process.env.CLOCK_STEP_MS);
const wall = Date.now.bind(Date);
let ahead = 0;

onAsked(() => {
	ahead += step;
	Date.now = () => wall() + ahead;
	write(ahead);
});
